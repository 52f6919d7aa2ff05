#pragma once
// What of SQLite takes variable arguments, which Swift does not call; all else comes through GRDB's module of the same header.
#include <sqlite3.h>

// To be called before SQLite is used at all; SQLITE_MISUSE where it is in use.

// SQLite counts no more how much memory it holds, for which it took a lock at each allocation.
static inline int csqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Each connection gets one block for pieces of at most `size` bytes, `count` of them.
static inline int csqlite_set_lookaside(int size, int count) {
  return sqlite3_config(SQLITE_CONFIG_LOOKASIDE, size, count);
}
