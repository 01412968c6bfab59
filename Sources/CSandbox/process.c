// What a process takes with it when it becomes another program.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/capability.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "steps.h"

bool csb_check_streams(struct csb_failure *failure) {
  static const char *const names[] = {"standard input", "standard output", "standard error"};
  for (int stream = 0; stream < 3; stream++) {
    struct stat found;
    if (fstat(stream, &found) != 0) {
      return csb_fails(failure, CSB_SYSTEM_ERROR, "fstat", names[stream]);
    }
    bool is_null = S_ISCHR(found.st_mode) && found.st_rdev == makedev(1, 3);
    // Words could be typed into a terminal, and a socket or a file has more ways to be used.
    if (!S_ISFIFO(found.st_mode) && !is_null) {
      return csb_refuses(
        failure, CSB_REFUSED, "a stream is neither a pipe nor /dev/null", names[stream]);
    }
  }
  return true;
}

bool csb_reset_signals(struct csb_failure *failure) {
  // Signals that are ignored or blocked stay so in the next program.
  for (int number = 1; number < NSIG; number++) {
    if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  if (sigprocmask(SIG_SETMASK, &none, NULL) == 0) return true;
  return csb_fails(failure, CSB_SYSTEM_ERROR, "sigprocmask", NULL);
}

bool csb_follow_parent(pid_t parent, struct csb_failure *failure) {
  if (parent == 0) return true;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) {
    return csb_fails(failure, CSB_SYSTEM_ERROR, "prctl(PR_SET_PDEATHSIG)", NULL);
  }
  // A parent that ended before the call sends nothing.
  if (getppid() == parent) return true;
  return csb_refuses(failure, CSB_REFUSED, "the process that started this one has ended", NULL);
}

bool csb_enter_folder(const struct csb_policy *policy, struct csb_failure *failure) {
  umask(077);
  if (chdir(policy->folder) == 0) return true;
  return csb_fails(failure, CSB_SYSTEM_ERROR, "chdir", policy->folder);
}

bool csb_drop_powers(struct csb_failure *failure) {
  // Root would have them again in the next program, but for PR_SET_NO_NEW_PRIVS.
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0, 0, 0}};
  if (syscall(SYS_capset, &header, none) == 0) return true;
  return csb_fails(failure, CSB_SYSTEM_ERROR, "capset", NULL);
}
