#pragma once
// What of SQLite takes variable arguments, which Swift does not call; all else comes through GRDB's module of the same header.
#include <sqlite3.h>

// To be called before SQLite is used at all: it counts no more how much memory it holds, for which it took a lock at each
// allocation. Returns SQLITE_OK, or SQLITE_MISUSE where SQLite is in use.
static inline int csqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
