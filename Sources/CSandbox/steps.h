// The steps by which a process is confined. Each gives false, and says why, if it could not be
// done. None allocates memory, so that they may run where other threads were left behind.
#ifndef HOLDFAST_SANDBOX_STEPS_H
#define HOLDFAST_SANDBOX_STEPS_H

#include "CSandbox.h"

/// Notes what went wrong, with the error that the last system call left. Always gives false.
bool csb_fails(
  struct csb_failure *failure, enum csb_kind kind, const char *step, const char *subject);

/// The same, for what is no error of the system.
bool csb_refuses(
  struct csb_failure *failure, enum csb_kind kind, const char *step, const char *subject);

/// Whether standard input, output and error are pipes or /dev/null.
bool csb_check_streams(struct csb_failure *failure);

/// Lets every signal do again what it does in a new program.
bool csb_reset_signals(struct csb_failure *failure);

/// Has the process killed when its parent ends.
bool csb_follow_parent(pid_t parent, struct csb_failure *failure);

/// Goes to the folder of the policy, and makes what is written there private.
bool csb_enter_folder(const struct csb_policy *policy, struct csb_failure *failure);

/// Gives up the powers of root, if there are any, for good.
bool csb_drop_powers(struct csb_failure *failure);

bool csb_set_limits(const struct csb_limits *limits, struct csb_failure *failure);

/// Shuts out all files but those of the rules, and other processes and the network where the
/// kernel's Landlock can.
bool csb_enter_landlock(const struct csb_policy *policy, struct csb_failure *failure);

/// Installs the filter of system calls.
bool csb_enter_filter(const struct csb_policy *policy, struct csb_failure *failure);

/// Leaves the filter in file descriptor 3, for bubblewrap to install.
bool csb_leave_filter(const struct csb_policy *policy, struct csb_failure *failure);

/// Tries what is forbidden, and fails if any of it can be done.
bool csb_check_walls(const struct csb_policy *policy, struct csb_failure *failure);

/// Takes powers away, enters Landlock and the filter, and checks that they hold.
bool csb_confine(const struct csb_policy *policy, struct csb_failure *failure);

#endif
