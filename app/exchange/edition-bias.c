/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-file.h"

#include <glib/gi18n-lib.h>

#include "edition-cell.h"
#include "fold.h"
#include "json-string.h"

/* The highest bound that is published is 200 %; plain numbers beyond this are percentages. */
#define HIGHEST_PART (5 * ACCORD_DECIMAL_ONE)
#define HIGHEST_BOUND (20 * ACCORD_DECIMAL_ONE)

typedef enum
{
  COSTS_UPPER,
  COSTS_LOWER,
  DURATION_UPPER,
  DURATION_LOWER,
  COSTS_SOC,
  COSTS_OBC,
  COSTS_FBC,
  DURATION_SOC,
  DURATION_OBC,
  DURATION_FBC,
  N_BOUNDS,
} Bound;

typedef struct
{
  guint head;
  int code;
  int name;
  int bounds[N_BOUNDS];
} Columns;

static AccordEditionRow *
get_row (const AccordEditionTable *table, guint row)
{
  return g_ptr_array_index (table->rows, row);
}

/* What bound a heading names, or -1: "capex_upper", "Works duration: upper (%)", "capex soc". */
static int
find_bound (const char *words)
{
  static const char *const durations[] = { "duration*", "time", "works duration", NULL };
  static const char *const costs[] = { "capex",       "capital", "cost",      "costs",
                                       "expenditure", "opex",    "operating", NULL };
  static const char *const uppers[] = { "upper", "high", "maximum", "max", NULL };
  static const char *const lowers[] = { "lower", "low", "minimum", "min", NULL };
  static const char *const stages[] = { "soc", "obc", "fbc", NULL };
  const gboolean duration = accord_edition_heading_has_any (words, durations);

  if (!duration && !accord_edition_heading_has_any (words, costs))
    return -1;
  if (accord_edition_heading_has_any (words, uppers))
    return duration ? DURATION_UPPER : COSTS_UPPER;
  if (accord_edition_heading_has_any (words, lowers))
    return duration ? DURATION_LOWER : COSTS_LOWER;
  for (int i = 0; stages[i] != NULL; i++)
    if (accord_edition_heading_has (words, stages[i]))
      return (duration ? DURATION_SOC : COSTS_SOC) + i;
  return -1;
}

static gboolean
find_columns (const AccordEditionTable *table, Columns *columns)
{
  static const char *const codes[] = { "code", "category", "id", "key", NULL };
  static const char *const names[] = { "name",    "label", "type",        "project type",
                                       "project", "works", "description", NULL };

  for (columns->head = 0; columns->head < table->rows->len && columns->head < 40; columns->head++)
    {
      const AccordEditionRow *row = get_row (table, columns->head);

      columns->code = columns->name = -1;
      for (int i = 0; i < N_BOUNDS; i++)
        columns->bounds[i] = -1;
      for (int i = 0; i < (int) row->cells->len; i++)
        {
          g_autofree char *words = accord_edition_heading_dup_words (accord_edition_row_get (row, i));
          const int bound = find_bound (words);

          if (bound >= 0 && columns->bounds[bound] < 0)
            columns->bounds[bound] = i;
          else if (columns->code < 0 && accord_edition_heading_has_any (words, codes))
            columns->code = i;
          else if (columns->name < 0 && accord_edition_heading_has_any (words, names))
            columns->name = i;
        }
      if ((columns->code >= 0 || columns->name >= 0)
          && (columns->bounds[COSTS_UPPER] >= 0 || columns->bounds[COSTS_SOC] >= 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_percent (const AccordEditionTable *table, const Columns *columns)
{
  for (guint i = columns->head + 1; i < table->rows->len; i++)
    for (int bound = 0; bound < N_BOUNDS; bound++)
      {
        AccordDecimal part;
        gboolean percent;

        if (accord_edition_cell_read_number (
                accord_edition_row_get (get_row (table, i), columns->bounds[bound]), &part, &percent)
            && !percent && part > HIGHEST_PART)
          return TRUE;
      }
  return FALSE;
}

/* What a row says of each bound; what it leaves out is not known. */
static gboolean
read_parts (const AccordEditionRow *row, const Columns *columns, gboolean in_percent,
            AccordDecimal parts[N_BOUNDS], GError **error)
{
  for (int i = 0; i < N_BOUNDS; i++)
    {
      const char *cell = accord_edition_row_get (row, columns->bounds[i]);
      gboolean percent;

      parts[i] = ACCORD_DECIMAL_UNKNOWN;
      if (accord_edition_cell_is_blank (cell))
        continue;
      if (!accord_edition_cell_read_number (cell, &parts[i], &percent))
        return accord_edition_file_fail (row, error, _ ("“%.60s” is no bound of optimism bias."), cell);
      if (in_percent && !percent)
        parts[i] /= 100;
      if (parts[i] < 0 || parts[i] > HIGHEST_BOUND)
        return accord_edition_file_fail (row, error, _ ("“%.60s” is no bound that works can have."), cell);
    }
  return TRUE;
}

static void
append_part (GString *json, const char *name, AccordDecimal part, gboolean first)
{
  g_autofree char *plain = part != ACCORD_DECIMAL_UNKNOWN ? accord_decimal_format (part) : g_strdup ("null");

  g_string_append_printf (json, "%s\"%s\":%s", first ? "" : ",", name, plain);
}

/* A table by stage begins with the bound of the strategic case and comes down to that of the full one. */
static gboolean
append_bounds (GString *json, const char *name, const AccordDecimal *parts, int upper, int soc,
               const AccordEditionRow *row, GError **error)
{
  const gboolean staged = parts[upper] == ACCORD_DECIMAL_UNKNOWN;
  const AccordDecimal high = staged ? parts[soc] : parts[upper];
  const AccordDecimal low = staged ? parts[soc + 2] : parts[upper + 1];

  if (high == ACCORD_DECIMAL_UNKNOWN)
    {
      g_string_append_printf (json, ",\"%s\":null", name);
      return TRUE;
    }
  if (low != ACCORD_DECIMAL_UNKNOWN && low > high)
    return accord_edition_file_fail (row, error, _ ("The lower bound is above the upper one."));
  g_string_append_printf (json, ",\"%s\":{", name);
  append_part (json, "upper", high, TRUE);
  append_part (json, "lower", low, FALSE);
  if (staged)
    {
      g_string_append (json, ",\"stages\":{");
      append_part (json, "soc", parts[soc], TRUE);
      append_part (json, "obc", parts[soc + 1], FALSE);
      append_part (json, "fbc", parts[soc + 2], FALSE);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, '}');
  return TRUE;
}

/* "standard_buildings" reads "Standard buildings". */
static char *
dup_name (const AccordEditionRow *row, const Columns *columns)
{
  const char *name = accord_edition_row_get (row, columns->name);
  const char *code = accord_edition_row_get (row, columns->code);
  g_autofree char *heading = NULL;
  char *made;

  if (columns->bounds[COSTS_SOC] >= 0 || code == NULL)
    return g_strdup (name != NULL ? name : code);
  heading = accord_text_collapse (code);
  made = g_strdelimit (g_strdup (heading), "_-", ' ');
  made[0] = g_ascii_toupper (made[0]);
  return made;
}

static gboolean
add_type (GString *json, GHashTable *seen, const AccordEditionRow *row, const Columns *columns,
          gboolean in_percent, GError **error)
{
  g_autofree char *name = dup_name (row, columns);
  const char *given = accord_edition_row_get (row, columns->code);
  g_autofree char *code = NULL;
  AccordDecimal parts[N_BOUNDS];

  if (name == NULL || *name == '\0')
    return accord_edition_file_fail (row, error, _ ("It does not say of what works the bounds are."));
  code = accord_text_slug (given != NULL ? given : name);
  if (!g_hash_table_add (seen, g_strdup (code)))
    return accord_edition_file_fail (row, error, _ ("The works “%.60s” are there twice."), name);
  if (!read_parts (row, columns, in_percent, parts, error))
    return FALSE;
  if (parts[COSTS_UPPER] == ACCORD_DECIMAL_UNKNOWN && parts[COSTS_SOC] == ACCORD_DECIMAL_UNKNOWN)
    return accord_edition_file_fail (row, error, _ ("There is no upper bound for the works “%.60s”."), name);
  g_string_append (json, json->len > 0 ? ",{\"code\":" : "{\"code\":");
  accord_json_append_string (json, code);
  g_string_append (json, ",\"name\":");
  accord_json_append_string (json, name);
  if (!append_bounds (json, "costs", parts, COSTS_UPPER, COSTS_SOC, row, error)
      || !append_bounds (json, "duration", parts, DURATION_UPPER, DURATION_SOC, row, error))
    return FALSE;
  g_string_append_c (json, '}');
  return TRUE;
}

static void
say_form (AccordEditionFile *file, const Columns *columns, gboolean in_percent)
{
  const gboolean staged = columns->bounds[COSTS_UPPER] < 0;

  file->form = g_strdup (staged ? _ ("This is a table of optimism bias by the stage of a case.")
                                : _ ("This is a table of optimism bias with upper and lower bounds."));
  if (staged)
    accord_edition_file_remark (
        file, _ ("The figures of the strategic outline case are taken as upper bounds and those of "
                 "the full business case as lower ones; those of the outline case are kept beside "
                 "them."));
  else if (columns->bounds[COSTS_LOWER] < 0)
    accord_edition_file_remark (
        file, _ ("There are no lower bounds: mitigation can bring the bias down to nothing by this table."));
  if (in_percent)
    accord_edition_file_remark (file, _ ("Bounds without a sign are read as percentages."));
}

/**
 * accord_edition_bias_read:
 * @file: the file
 * @table: its rows
 * @error: return location for a #GError
 *
 * Reads bounds of optimism bias by kind of works, as upper and lower ones or by the stage of a case.
 *
 * Returns: what became of it
 */
AccordEditionForm
accord_edition_bias_read (AccordEditionFile *file, const AccordEditionTable *table, GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *content = NULL;
  AccordEditionDraft *draft;
  Columns columns;
  gboolean in_percent, staged;

  if (!find_columns (table, &columns))
    return ACCORD_EDITION_FORM_OTHER;
  in_percent = is_in_percent (table, &columns);
  for (guint i = columns.head + 1; i < table->rows->len; i++)
    if (!accord_edition_row_is_blank (get_row (table, i))
        && !add_type (json, seen, get_row (table, i), &columns, in_percent, error))
      return ACCORD_EDITION_FORM_WRONG;
  if (json->len == 0)
    {
      accord_edition_file_fail (get_row (table, columns.head), error, _ ("No works follow these headings."));
      return ACCORD_EDITION_FORM_WRONG;
    }
  staged = columns.bounds[COSTS_UPPER] < 0;
  content = g_strdup_printf ("{\"types\":[%s]}", json->str);
  /* A table by stage is another thing than one of bounds, so that neither is offered for the other. */
  draft = accord_edition_file_add (file, table, "bias", staged ? "optimism-bias-by-stage" : "optimism-bias",
                                   staged ? _ ("Optimism bias by stage")
                                          : _ ("Optimism bias: upper and lower bounds"));
  accord_record_set_text (draft->edition, "content", content);
  say_form (file, &columns, in_percent);
  return ACCORD_EDITION_FORM_READ;
}
