// Functions of the GNU C library that its headers show only where _GNU_SOURCE is set before the
// first of them is read, which is not so for Swift.
#ifndef HOLDFAST_CSPAWN_H
#define HOLDFAST_CSPAWN_H

#include <spawn.h>

int pipe2(int ends[2], int flags);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

#endif
