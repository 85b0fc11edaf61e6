/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit-cost-heading.h"

#include <string.h>

#include "edition-cell.h"

/* What a column is called, word for word, and else by what its name holds. */
typedef struct
{
  AccordUnitCostColumn column;
  const char *field;
  const char *const *exact;
  const char *const *holds;
} Heading;

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const Heading headings[] = {
  { ACCORD_UNIT_COST_CODE, "code",
    WORDS ("code", "ref", "reference", "id", "item code", "cost code", "unit cost code"),
    WORDS ("code", "ref", "reference") },
  { ACCORD_UNIT_COST_DESCRIPTION, "description",
    WORDS ("description", "title", "name", "item", "outcome", "unit cost description", "cost description",
           "label", "cost saving detail", "cost detail"),
    WORDS ("description", "outcome*", "title", "name") },
  { ACCORD_UNIT_COST_PRICE_YEAR, "price-year",
    WORDS ("price year", "year", "price base", "base year", "prices", "financial year", "cost year",
           "year of prices", "year of estimate", "original year"),
    WORDS ("price year", "price base", "year", "prices") },
  { ACCORD_UNIT_COST_AMOUNT, "amount",
    WORDS ("cost", "amount", "value", "unit cost", "unit value", "cost gbp", "value gbp", "amount gbp", "gbp",
           "price", "unit cost gbp", "estimate", "central estimate", "original cost"),
    WORDS ("cost*", "value", "amount", "gbp", "estimate") },
  { ACCORD_UNIT_COST_AGENCY_DETAIL, "agency-detail",
    WORDS ("agency detail", "agency details", "organisation detail", "department"),
    WORDS ("agency detail*") },
  { ACCORD_UNIT_COST_AGENCY, "agency",
    WORDS ("agency", "organisation", "agency bearing the cost", "who bears the cost", "bearer", "body"),
    WORDS ("agency", "organisation", "bears", "bearing") },
  { ACCORD_UNIT_COST_CATEGORY, "category", WORDS ("category", "sector", "theme", "group", "area", "type"),
    WORDS ("category", "sector", "theme") },
  { ACCORD_UNIT_COST_DETAIL, "detail",
    WORDS ("detail", "sub category", "subcategory", "sub theme", "topic", "subject", "details"),
    WORDS ("sub category", "subcategory", "detail*", "topic") },
  { ACCORD_UNIT_COST_UNIT, "unit", WORDS ("unit", "units", "per", "measure", "unit of measure"),
    WORDS ("unit", "units") },
  { ACCORD_UNIT_COST_NOTE, "note",
    WORDS ("note", "notes", "comment", "comments", "remarks", "source", "source notes",
           "further information"),
    WORDS ("note*", "comment*", "source*", "remark*") },
};

/**
 * accord_unit_cost_column_get_field:
 * @column: a column
 *
 * Returns: the field of the record that it fills
 */
const char *
accord_unit_cost_column_get_field (AccordUnitCostColumn column)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (headings[i].column == column)
      return headings[i].field;
  return NULL;
}

static gboolean
is_called (const char *words, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strlen (words) == strlen (names[i]) + 2 && accord_edition_heading_has (words, names[i]))
      return TRUE;
  return FALSE;
}

static void
assign (const AccordEditionRow *row, gboolean exact, int columns[ACCORD_UNIT_COST_N_COLUMNS],
        GHashTable *taken)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    for (int column = 0; column < (int) row->cells->len && columns[headings[i].column] < 0; column++)
      {
        g_autofree char *words = accord_edition_heading_dup_words (accord_edition_row_get (row, column));

        if (g_hash_table_contains (taken, GINT_TO_POINTER (column)))
          continue;
        if (exact ? is_called (words, headings[i].exact)
                  : accord_edition_heading_has_any (words, headings[i].holds))
          {
            columns[headings[i].column] = column;
            g_hash_table_add (taken, GINT_TO_POINTER (column));
          }
      }
}

/**
 * accord_unit_cost_headings_find:
 * @row: a row that may hold headings
 * @columns: (out caller-allocates): where each column stands, -1 for one that is not there
 *
 * Returns: how many of its cells are headings of unit costs; 0 where there is no description or no cost
 */
guint
accord_unit_cost_headings_find (const AccordEditionRow *row, int columns[ACCORD_UNIT_COST_N_COLUMNS])
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (int i = 0; i < ACCORD_UNIT_COST_N_COLUMNS; i++)
    columns[i] = -1;
  assign (row, TRUE, columns, taken);
  assign (row, FALSE, columns, taken);
  for (int i = 0; i < ACCORD_UNIT_COST_N_COLUMNS; i++)
    n += columns[i] >= 0;
  return columns[ACCORD_UNIT_COST_DESCRIPTION] >= 0 && columns[ACCORD_UNIT_COST_AMOUNT] >= 0 ? n : 0;
}
