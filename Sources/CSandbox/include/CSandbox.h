// Runs a program that is not trusted, with no more than a policy lets it have.
#ifndef HOLDFAST_CSANDBOX_H
#define HOLDFAST_CSANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Only clang knows these words, by which Swift learns what may be null.
#ifndef __clang__
#define _Nonnull
#define _Nullable
#endif

/// What a program may do with a file, or with a folder and all that is in it.
enum csb_access {
  /// Read files and list folders.
  CSB_READ,
  /// Read, and run files as programs.
  CSB_RUN,
  /// Read and write what is there already: for devices such as /dev/null.
  CSB_READ_WRITE,
  /// Read, write, make and remove files and folders, and nothing else: nothing in it can be run,
  /// and it never holds a link, a pipe, a socket or a device.
  CSB_CHANGE,
};

/// What may be reached on disk. All that no rule names can neither be opened nor changed.
struct csb_rule {
  /// A file or folder that is there. A symbolic link stands for what it points to.
  const char *_Nonnull path;
  enum csb_access access;
};

/// How much may be used; zero sets no limit.
struct csb_limits {
  /// Bytes of address space, for each process.
  uint64_t memory;
  /// Seconds of processor time, for each process; SIGXCPU ends it then, and SIGKILL a second later.
  uint64_t seconds;
  /// Files that are open at a time, for each process.
  uint64_t open_files;
  /// Bytes of each file that is written. How many files there are has no limit.
  uint64_t file_bytes;
  /// Processes and threads that the user has in all, with those that run already. It does not hold
  /// for root.
  uint64_t processes;
};

/// What keeps the program from the files and processes of others.
enum csb_walls {
  /// The kernel's Landlock, set up here.
  CSB_LANDLOCK,
  /// The program bubblewrap, which is the one to start and then starts the other. It must be told
  /// to load the filter of system calls from file descriptor 3: --seccomp 3.
  CSB_BUBBLEWRAP,
};

/// What a program may do.
struct csb_policy {
  enum csb_walls walls;
  /// Not read where bubblewrap is the wall.
  const struct csb_rule *_Nullable rules;
  size_t rule_count;
  /// Where the program starts.
  const char *_Nonnull folder;
  /// The process that the program dies with, which must be the one that started this one; zero for
  /// none. The kernel means the thread that started it: when that ends, so does the program.
  pid_t parent;
  struct csb_limits limits;
  /// Whether it may start processes. Threads it may always have.
  bool may_fork;
};

/// Why a program was not started.
enum csb_kind {
  CSB_NOTHING_WRONG,
  /// This machine lacks what the sandbox is made of.
  CSB_UNAVAILABLE,
  /// What was asked for would not be safe.
  CSB_REFUSED,
  /// The system gave an error.
  CSB_SYSTEM_ERROR,
  /// All was set up, but something forbidden was tried and could be done.
  CSB_NOT_HELD,
  /// The sandbox stands, but the program could not be run in it.
  CSB_NOT_STARTED,
};

struct csb_failure {
  enum csb_kind kind;
  /// What was being done, such as "landlock_restrict_self"; null where nothing is wrong.
  const char *_Nullable step;
  /// What it was done to, mostly a path; null where the step says it all.
  const char *_Nullable subject;
  /// The system's error; zero if there is none.
  int error;
};

/// How well a program can be confined on this machine.
enum csb_level {
  /// Not at all.
  CSB_LEVEL_NONE,
  /// Landlock holds files; the filter of system calls alone holds the network and signals.
  CSB_LEVEL_BASIC,
  /// Landlock holds files, the network and signals, and the filter does so too.
  CSB_LEVEL_FULL,
};

struct csb_probe {
  enum csb_level level;
  /// The version of Landlock; zero where there is none.
  int landlock_abi;
  /// Why the level is `CSB_LEVEL_NONE`.
  struct csb_failure failure;
};

/// Becomes the program at the path `argv[0]`, confined by a policy. Returns only if that failed;
/// the process may then be confined already, so that all it can do is to say so and end.
struct csb_failure csb_exec(
  const struct csb_policy *_Nonnull policy, char *_Nullable const *_Nonnull argv,
  char *_Nullable const *_Nonnull envp);

/// The version of Landlock that the kernel has; zero where it has none or it is switched off.
int csb_landlock_abi(void);

/// Whether the kernel can filter system calls.
bool csb_seccomp_available(void);

/// Confines a process that is made for it, has it try what is forbidden, and tells what was found.
struct csb_probe csb_probe(void);

#endif
