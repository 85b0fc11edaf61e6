/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* The beginning of a statement: `entry` holds the allocations (paid 0) and payments (paid 1) of fund ?1 that
 * are not deleted. A payment that names no fund is of its allocation's fund. Most payments of a spend file
 * name no fund at all, so that these are sought from the allocations: SQLite takes the CROSS and the plus as
 * orders. */
#define ACCORD_FUND_ENTRIES                                                                                  \
  "entry (paid, amount, year, category, organisation, workstream, purpose, date) AS ("                       \
  "SELECT 0, \"amount\", \"year\", \"category\", \"organisation\", \"workstream\", \"purpose\", NULL "       \
  "FROM \"allocation\" WHERE \"fund\" = ?1 AND deleted IS NULL "                                             \
  "UNION ALL SELECT 1, p.\"amount\", " ACCORD_FUND_PAYMENT                                                   \
  "FROM \"payment\" p LEFT JOIN \"allocation\" a ON a.id = p.\"allocation\" AND a.deleted IS NULL "          \
  "WHERE p.\"fund\" = ?1 AND p.deleted IS NULL "                                                             \
  "UNION ALL SELECT 1, p.\"amount\", " ACCORD_FUND_PAYMENT                                                   \
  "FROM \"allocation\" a CROSS JOIN \"payment\" p ON p.\"allocation\" = a.id "                               \
  "WHERE a.\"fund\" = ?1 AND a.deleted IS NULL AND +p.\"fund\" IS NULL AND p.deleted IS NULL) "

#define ACCORD_FUND_PAYMENT                                                                                  \
  "CAST (substr (p.\"date\", 1, 4) AS INTEGER) - (substr (p.\"date\", 6, 2) < '04'), "                       \
  "COALESCE (a.\"category\", p.\"category\"), COALESCE (a.\"organisation\", p.\"organisation\"), "           \
  "a.\"workstream\", a.\"purpose\", p.\"date\" "

/* Two columns for the sum of the amounts that meet @condition. SQLite gives up when a sum passes 64 bits even
 * if later amounts would bring it back, so that it adds the halves and accord_fund_read_sum() joins them. */
#define ACCORD_FUND_SUM(condition)                                                                           \
  "COALESCE (SUM (amount / 1000000000) FILTER (WHERE " condition "), 0), "                                   \
  "COALESCE (SUM (amount % 1000000000) FILTER (WHERE " condition "), 0)"

gboolean accord_fund_fail_range (GError **error);
gboolean accord_fund_read_sum (AccordRows *rows, int column, gint64 *pence, GError **error);
gint64 accord_fund_share (gint64 part, gint64 whole);

G_END_DECLS
