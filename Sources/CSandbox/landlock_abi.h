// What Landlock understands, version by version: the headers of older systems do not have it all.
#ifndef HOLDFAST_SANDBOX_LANDLOCK_ABI_H
#define HOLDFAST_SANDBOX_LANDLOCK_ABI_H

#include <stdint.h>

// The same number on all machines.
enum {
  CALL_CREATE_RULESET = 444,
  CALL_ADD_RULE = 445,
  CALL_RESTRICT_SELF = 446,
};

/// Asks create_ruleset for the version.
#define RULESET_VERSION 1U

/// The kind of rule that is about a path.
#define RULE_PATH_BENEATH 1U

/// Rights to files.
#define FS_EXECUTE (UINT64_C(1) << 0)
#define FS_WRITE_FILE (UINT64_C(1) << 1)
#define FS_READ_FILE (UINT64_C(1) << 2)
#define FS_READ_DIR (UINT64_C(1) << 3)
#define FS_REMOVE_DIR (UINT64_C(1) << 4)
#define FS_REMOVE_FILE (UINT64_C(1) << 5)
#define FS_MAKE_DIR (UINT64_C(1) << 7)
#define FS_MAKE_REG (UINT64_C(1) << 8)
#define FS_REFER (UINT64_C(1) << 13)
#define FS_TRUNCATE (UINT64_C(1) << 14)
#define FS_IOCTL_DEV (UINT64_C(1) << 15)

/// All the rights to files of a version: 13 in the first, then renames between folders, cutting
/// files short, and orders to devices.
static inline uint64_t file_rights(int abi) {
  uint64_t first = (UINT64_C(1) << 13) - 1;
  return first | (abi >= 2 ? FS_REFER : 0) | (abi >= 3 ? FS_TRUNCATE : 0)
    | (abi >= 5 ? FS_IOCTL_DEV : 0);
}

/// Binding and connecting with TCP.
static inline uint64_t network_rights(int abi) { return abi >= 4 ? 3 : 0; }

/// Abstract sockets and signals that leave the sandbox.
static inline uint64_t scopes(int abi) { return abi >= 6 ? 3 : 0; }

/// What is forbidden unless a rule allows it. An older kernel takes the longer form if what it does
/// not know is zero.
struct ruleset {
  uint64_t files, network, scopes;
};

struct path_rule {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

#endif
