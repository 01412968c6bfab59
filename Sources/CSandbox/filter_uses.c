// System calls that are refused only for some of their arguments.
#define _GNU_SOURCE
#include <asm/unistd.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#include "filter.h"

#define WHOLE UINT32_MAX

// Orders to files and sockets that the headers show only together with much else.
enum {
  FILE_SET_OWNER = 0x8901,
  SOCKET_SET_OWNER = 0x8902,
};
#define SET_FLAGS UINT32_C(0x40086602)
#define SET_ATTRIBUTES UINT32_C(0x401C5820)

/// Of clone: namespaces of one's own, and a process that its grandparent has to end.
static const uint32_t clone_escapes = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC
  | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_PARENT;

const struct filter_rule csb_refused_uses[] = {
  // Only streams between two ends of one's own: others can be sent to any address later.
  {__NR_socketpair, 0, WHOLE, AF_UNIX, false},
  {__NR_socketpair, 1, ~(uint32_t)(SOCK_CLOEXEC | SOCK_NONBLOCK), SOCK_STREAM, false},

  {__NR_clone, 0, clone_escapes, 0, false},

  // Limits and processors of other processes.
  {__NR_prlimit64, 0, WHOLE, 0, false},
  {__NR_sched_setaffinity, 0, WHOLE, 0, false},

  // The system sends a signal to the owner of a file or socket when there is something to read.
  {__NR_fcntl, 1, WHOLE, F_SETOWN, true},
  {__NR_fcntl, 1, WHOLE, F_SETOWN_EX, true},
  {__NR_ioctl, 1, WHOLE, FILE_SET_OWNER, true},
  {__NR_ioctl, 1, WHOLE, SOCKET_SET_OWNER, true},

  // Words typed into a terminal, and flags of files that are open only to be read.
  {__NR_ioctl, 1, WHOLE, TIOCSTI, true},
  {__NR_ioctl, 1, WHOLE, TIOCLINUX, true},
  {__NR_ioctl, 1, WHOLE, SET_FLAGS, true},
  {__NR_ioctl, 1, WHOLE, SET_ATTRIBUTES, true},

  // Outliving the host.
  {__NR_prctl, 0, WHOLE, PR_SET_PDEATHSIG, true},

  // Opening to read cuts the file short all the same, which Landlock asks about only since 6.2.
  {__NR_openat, 2, O_ACCMODE | O_TRUNC, O_RDONLY | O_TRUNC, true},
#ifdef __x86_64__
  {__NR_open, 1, O_ACCMODE | O_TRUNC, O_RDONLY | O_TRUNC, true},
#endif
};
const size_t csb_refused_use_count = sizeof csb_refused_uses / sizeof *csb_refused_uses;

_Static_assert(
  sizeof csb_refused_uses / sizeof *csb_refused_uses <= CSB_MOST_USES, "give the filter room");
