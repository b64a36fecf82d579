/* migrations.h - the schema, version by version */
#ifndef DATELINE_STORE_MIGRATIONS_H
#define DATELINE_STORE_MIGRATIONS_H

#include <sqlite3.h>

/* The row at index n brings a library of version n to version n + 1; PRAGMA user_version holds the version.
 * A row that has been released is never changed: what comes later is a new row. */
extern const char *const migrations[];
extern const int migration_count; /* also the newest version */

#define LIBRARY_APPLICATION_ID 0x64746c6e /* "dtln" */

#endif
