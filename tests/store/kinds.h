/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>
#include "schema.h"

G_BEGIN_DECLS

/* Two kinds for the store's own tests, which knows none by name: places, and spendings that refer to them. */

#define TEST_TYPE_PLACE (test_place_get_type ())
ACCORD_DECLARE_RECORD (TestPlace, test_place, PLACE)

#define TEST_TYPE_SPENDING (test_spending_get_type ())
ACCORD_DECLARE_RECORD (TestSpending, test_spending, SPENDING)

/* What every kind's common reference points to. */
#define TEST_TYPE_SOURCE (test_source_get_type ())
ACCORD_DECLARE_RECORD (TestSource, test_source, SOURCE)

enum
{
  SPENDING_PAYEE,
  SPENDING_DATE,
  SPENDING_AMOUNT,
  SPENDING_PLACE,
  SPENDING_PLACES,
  SPENDING_STAGE,
  SPENDING_SHARE,
  SPENDING_CHECKED,
  SPENDING_NOTE,
};

AccordSchema *test_schema_new (void);
void test_exec (sqlite3 *db, const char *sql);
sqlite3 *test_database_new (AccordSchema *schema);

G_END_DECLS
