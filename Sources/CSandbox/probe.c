// Finds out how well a program can be confined here, by confining one.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "steps.h"

/// Confines this process by the strictest policy, and tells how that went through a pipe.
static _Noreturn void confine_and_tell(int end) {
  const struct csb_policy strictest = {.walls = CSB_LANDLOCK, .folder = "/"};
  struct csb_failure failure = {0};
  csb_confine(&strictest, &failure);
  // The words of a failure are at the same place in the process that reads them.
  _exit(write(end, &failure, sizeof failure) == sizeof failure ? 0 : 1);
}

/// Waits for a process, and gives what it told. One that told nothing counts as not confined.
static struct csb_failure told_by(pid_t child, int end) {
  struct csb_failure failure = {0};
  ssize_t count;
  do count = read(end, &failure, sizeof failure);
  while (count < 0 && errno == EINTR);
  if (count != sizeof failure) {
    csb_refuses(&failure, CSB_NOT_HELD, "the process that tries the sandbox ended early", NULL);
  }
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
  return failure;
}

static struct csb_failure try_confining(void) {
  struct csb_failure failure = {0};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    csb_fails(&failure, CSB_SYSTEM_ERROR, "pipe2", NULL);
    return failure;
  }
  pid_t child = fork();
  if (child == 0) confine_and_tell(ends[1]);
  if (child < 0) csb_fails(&failure, CSB_SYSTEM_ERROR, "fork", NULL);
  close(ends[1]);
  if (child > 0) failure = told_by(child, ends[0]);
  close(ends[0]);
  return failure;
}

struct csb_probe csb_probe(void) {
  int abi = csb_landlock_abi();
  struct csb_failure failure = try_confining();
  enum csb_level level = abi >= 6 ? CSB_LEVEL_FULL : CSB_LEVEL_BASIC;
  if (failure.kind != CSB_NOTHING_WRONG) level = CSB_LEVEL_NONE;
  return (struct csb_probe){level, abi, failure};
}
