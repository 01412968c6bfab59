// Writes the filter of system calls.
#define _GNU_SOURCE
#include "filter.h"

#include <asm/unistd.h>
#include <errno.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sched.h>

#if defined(__x86_64__)
static const uint32_t this_machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
static const uint32_t this_machine = AUDIT_ARCH_AARCH64;
#else
#error "The system calls of this kind of machine are not listed."
#endif

static const uint32_t not_permitted = SECCOMP_RET_ERRNO | EPERM;
static const uint32_t not_there = SECCOMP_RET_ERRNO | ENOSYS;

static void put(struct filter *filter, int code, uint8_t if_so, uint8_t if_not, uint32_t value) {
  filter->code[filter->count++] =
    (struct sock_filter){(uint16_t)code, if_so, if_not, value};
}

static void load(struct filter *filter, size_t offset) {
  put(filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)offset);
}

static void load_call(struct filter *filter) { load(filter, offsetof(struct seccomp_data, nr)); }

static void give(struct filter *filter, uint32_t answer) {
  put(filter, BPF_RET | BPF_K, 0, 0, answer);
}

static void answer_call(struct filter *filter, uint32_t call, uint32_t answer) {
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, call);
  give(filter, answer);
}

/// Looks at the lower half of an argument: all of these calls take it as 32 bits.
static void refuse_use(struct filter *filter, const struct filter_rule *rule) {
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 5, rule->call);
  load(filter, offsetof(struct seccomp_data, args) + 8 * rule->argument);
  put(filter, BPF_ALU | BPF_AND | BPF_K, 0, 0, rule->mask);
  uint8_t skips = rule->refused_if_equal;
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, !skips, skips, rule->value);
  give(filter, not_permitted);
  load_call(filter);
}

/// Other sets of calls that the same machine understands have other numbers, so that whoever uses
/// one of them is ended.
static void refuse_other_machines(struct filter *filter) {
  load(filter, offsetof(struct seccomp_data, arch));
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, this_machine);
  give(filter, SECCOMP_RET_KILL_PROCESS);
  load_call(filter);
#ifdef __x86_64__
  put(filter, BPF_JMP | BPF_JSET | BPF_K, 0, 1, __X32_SYSCALL_BIT);
  give(filter, SECCOMP_RET_KILL_PROCESS);
#endif
  put(filter, BPF_JMP | BPF_JGT | BPF_K, 0, 1, csb_last_known_call);
  give(filter, not_there);
}

/// Threads are made by the same call as processes.
static void refuse_forks(struct filter *filter) {
  refuse_use(filter, &(struct filter_rule){__NR_clone, 0, CLONE_THREAD, CLONE_THREAD, false});
#ifdef __x86_64__
  answer_call(filter, __NR_fork, not_permitted);
  answer_call(filter, __NR_vfork, not_permitted);
#endif
}

static void refuse_signals(struct filter *filter, pid_t allowed) {
  static const uint32_t calls[] = {
    __NR_kill, __NR_tkill, __NR_tgkill, __NR_rt_sigqueueinfo, __NR_rt_tgsigqueueinfo,
  };
  for (size_t at = 0; at < sizeof calls / sizeof *calls; at++) {
    refuse_use(
      filter, &(struct filter_rule){calls[at], 0, UINT32_MAX, (uint32_t)allowed, false});
  }
  answer_call(filter, __NR_pidfd_send_signal, not_permitted);
}

void csb_build_filter(struct filter *filter, struct filter_options options) {
  filter->count = 0;
  refuse_other_machines(filter);
  for (size_t at = 0; at < csb_refused_call_count; at++) {
    answer_call(filter, csb_refused_calls[at], not_permitted);
  }
  for (size_t at = 0; at < csb_missing_call_count; at++) {
    answer_call(filter, csb_missing_calls[at], not_there);
  }
  for (size_t at = 0; at < csb_refused_use_count; at++) refuse_use(filter, &csb_refused_uses[at]);
  if (!options.may_fork) refuse_forks(filter);
  if (options.signals_to != 0) refuse_signals(filter, options.signals_to);
  give(filter, SECCOMP_RET_ALLOW);
}
