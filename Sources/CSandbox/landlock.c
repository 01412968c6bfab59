// Landlock: files, the network and signals that the kernel keeps from a process.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "landlock_abi.h"
#include "steps.h"

/// The rights that make sense for what is not a folder; the kernel csb_refuses others.
static const uint64_t rights_to_one_file =
  FS_EXECUTE | FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE | FS_IOCTL_DEV;

int csb_landlock_abi(void) {
  long version = syscall(CALL_CREATE_RULESET, NULL, (size_t)0, RULESET_VERSION);
  return version > 0 ? (int)version : 0;
}

static uint64_t rights_of(enum csb_access access) {
  switch (access) {
    case CSB_READ: return FS_READ_FILE | FS_READ_DIR;
    case CSB_RUN: return FS_READ_FILE | FS_READ_DIR | FS_EXECUTE;
    case CSB_READ_WRITE: return FS_READ_FILE | FS_READ_DIR | FS_WRITE_FILE | FS_TRUNCATE;
    case CSB_CHANGE:
      return FS_READ_FILE | FS_READ_DIR | FS_WRITE_FILE | FS_TRUNCATE | FS_MAKE_REG | FS_MAKE_DIR
        | FS_REMOVE_FILE | FS_REMOVE_DIR | FS_REFER;
  }
  return 0;
}

/// Adds what a rule allows for a file that is open.
static bool add_open(int rules, int file, const struct csb_rule *rule, uint64_t known) {
  struct stat found;
  if (fstat(file, &found) != 0) return false;
  uint64_t rights = rights_of(rule->access) & known;
  if (!S_ISDIR(found.st_mode)) rights &= rights_to_one_file;
  struct path_rule path = {.allowed = rights, .parent = file};
  return syscall(CALL_ADD_RULE, rules, RULE_PATH_BENEATH, &path, 0U) == 0;
}

static bool add_rule(
  int rules, const struct csb_rule *rule, uint64_t known, struct csb_failure *failure) {
  int file = open(rule->path, O_PATH | O_CLOEXEC);
  if (file < 0) return csb_fails(failure, CSB_SYSTEM_ERROR, "open", rule->path);
  bool is_added = add_open(rules, file, rule, known)
    || csb_fails(failure, CSB_SYSTEM_ERROR, "landlock_add_rule", rule->path);
  close(file);
  return is_added;
}

static bool add_rules(
  int rules, const struct csb_policy *policy, uint64_t known, struct csb_failure *failure) {
  for (size_t at = 0; at < policy->rule_count; at++) {
    if (!add_rule(rules, &policy->rules[at], known, failure)) return false;
  }
  return true;
}

static bool restrict_self(int rules, struct csb_failure *failure) {
  if (syscall(CALL_RESTRICT_SELF, rules, 0U) == 0) return true;
  return csb_fails(failure, CSB_SYSTEM_ERROR, "landlock_restrict_self", NULL);
}

bool csb_enter_landlock(const struct csb_policy *policy, struct csb_failure *failure) {
  int abi = csb_landlock_abi();
  if (abi == 0) return csb_fails(failure, CSB_UNAVAILABLE, "landlock_create_ruleset", NULL);
  struct ruleset forbidden = {file_rights(abi), network_rights(abi), scopes(abi)};
  long rules = syscall(CALL_CREATE_RULESET, &forbidden, sizeof forbidden, 0U);
  if (rules < 0) return csb_fails(failure, CSB_SYSTEM_ERROR, "landlock_create_ruleset", NULL);
  bool is_done = add_rules((int)rules, policy, forbidden.files, failure)
    && restrict_self((int)rules, failure);
  close((int)rules);
  return is_done;
}
