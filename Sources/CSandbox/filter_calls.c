// System calls that no checker needs, each refused for a reason.
#include <asm/unistd.h>

#include "filter.h"

// Numbers that the headers of some systems lack; since 424 they are the same on all machines.
#ifndef __NR_memfd_secret
#define __NR_memfd_secret 447
#endif
enum { CALL_CHANGE_MODE_AT = 452, CALL_STATMOUNT = 457, CALL_LISTMOUNT = 458, CALL_MSEAL = 462 };

const uint32_t csb_last_known_call = CALL_MSEAL;

const uint32_t csb_missing_calls[] = {
  // Their flags are behind a pointer, where a filter cannot see them.
  __NR_clone3, __NR_openat2,
};
const size_t csb_missing_call_count = sizeof csb_missing_calls / sizeof *csb_missing_calls;

const uint32_t csb_refused_calls[] = {
  // The network, and services of this machine that listen on a socket, such as that of Docker:
  // Landlock lets everyone connect to a socket that has a path. Pairs of sockets stay allowed.
  __NR_socket, __NR_connect, __NR_bind, __NR_listen, __NR_accept, __NR_accept4,

  // Other processes: reading and stopping them, their turns at the processor. Leaving the group
  // of processes would hide from the host what it has to end.
  __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_process_madvise,
  __NR_process_mrelease, __NR_kcmp, __NR_pidfd_getfd, __NR_migrate_pages, __NR_move_pages,
  __NR_setpriority, __NR_ioprio_set, __NR_sched_setscheduler, __NR_sched_setparam,
  __NR_sched_setattr, __NR_setpgid, __NR_setsid,

  // What Landlock does not ask about: modes, owners, times and attributes of files that the user
  // owns, cutting a file short on kernels before 6.2, and watching folders for names.
  __NR_fchmod, __NR_fchmodat, CALL_CHANGE_MODE_AT, __NR_fchown, __NR_fchownat, __NR_utimensat,
  __NR_setxattr, __NR_lsetxattr, __NR_fsetxattr, __NR_removexattr, __NR_lremovexattr,
  __NR_fremovexattr, __NR_truncate, __NR_name_to_handle_at, __NR_open_by_handle_at,
  __NR_inotify_init1, __NR_fanotify_init, __NR_fanotify_mark,

  // Memory that the limit does not count, some of which stays when the process has ended.
  __NR_memfd_create, __NR_memfd_secret, __NR_shmget, __NR_shmat, __NR_shmctl, __NR_msgget,
  __NR_msgsnd, __NR_msgrcv, __NR_msgctl, __NR_semget, __NR_semop, __NR_semtimedop, __NR_semctl,
  __NR_mq_open, __NR_mq_unlink,

  // Other walls than these, and what is mounted where.
  __NR_mount, __NR_umount2, __NR_pivot_root, __NR_chroot, __NR_move_mount, __NR_open_tree,
  __NR_fsopen, __NR_fsconfig, __NR_fsmount, __NR_fspick, __NR_mount_setattr, CALL_STATMOUNT,
  CALL_LISTMOUNT, __NR_unshare, __NR_setns,

  // Parts of the kernel that programs like these do not use and that have often had faults.
  __NR_bpf, __NR_perf_event_open, __NR_userfaultfd, __NR_io_uring_setup, __NR_io_uring_enter,
  __NR_io_uring_register, __NR_add_key, __NR_request_key, __NR_keyctl,

  // The machine as a whole.
  __NR_init_module, __NR_finit_module, __NR_delete_module, __NR_kexec_load, __NR_kexec_file_load,
  __NR_reboot, __NR_swapon, __NR_swapoff, __NR_quotactl, __NR_quotactl_fd, __NR_acct, __NR_syslog,
  __NR_settimeofday, __NR_clock_settime, __NR_adjtimex, __NR_clock_adjtime, __NR_sethostname,
  __NR_setdomainname, __NR_vhangup,

#ifdef __x86_64__
  // Older forms of the same, which only this kind of machine has.
  __NR_chmod, __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat, __NR_inotify_init,
  __NR_iopl, __NR_ioperm, __NR_modify_ldt, __NR_uselib, __NR__sysctl,
#endif
};
const size_t csb_refused_call_count = sizeof csb_refused_calls / sizeof *csb_refused_calls;

_Static_assert(
  sizeof csb_refused_calls / sizeof *csb_refused_calls <= CSB_MOST_CALLS, "give the filter room");
