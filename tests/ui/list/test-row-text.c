/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinds.h"
#include "list/filters.h"
#include "list/list-words.h"
#include "list/row-text.h"
#include "query-words.h"

#include <string.h>

#define TODAY "2026-11-22"

static AccordSchema *schema;

static AccordRecord *
make (const char *kind, ...)
{
  AccordRecord *record = accord_record_new (accord_schema_find_kind (schema, kind));
  const char *field;
  va_list arguments;

  va_start (arguments, kind);
  while ((field = va_arg (arguments, const char *)) != NULL)
    {
      int index = accord_kind_find_field (accord_record_get_kind (record), field);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (index, >=, 0);
      accord_record_parse_field (record, index, va_arg (arguments, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (arguments);
  return record;
}

static guint
field_of (AccordRecord *record, const char *name)
{
  int index = accord_kind_find_field (accord_record_get_kind (record), name);

  g_assert_cmpint (index, >=, 0);
  return index;
}

static void
assert_cell (AccordRecord *record, const char *field, const char *expected, const char *style_class)
{
  const AccordStatus *status;
  g_autofree char *text = accord_row_dup_cell (record, field_of (record, field), NULL, 0, TODAY, &status);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (status != NULL ? status->style_class : NULL, ==, style_class);
}

/* What was stated stands in where nobody knows the day, unless it has a column of its own. */
static void
test_stated (void)
{
  g_autoptr (AccordRecord) vague =
      make ("milestone", "name", "Open", "date-words", "Spring 2017", "status", "planned", NULL);
  g_autoptr (AccordRecord) exact = make ("milestone", "name", "Open", "date", "2017-04-01", "date-words",
                                         "Spring 2017", "status", "planned", NULL);
  const guint date = field_of (vague, "date");
  const guint both[] = { field_of (vague, "name"), date, field_of (vague, "date-words") };
  g_autofree char *apart = accord_row_dup_cell (vague, date, both, G_N_ELEMENTS (both), TODAY, NULL);
  g_autofree char *heard = accord_row_dup_label (vague, both, G_N_ELEMENTS (both), TODAY);
  g_autofree char *heard_alone = accord_row_dup_label (vague, both, 2, TODAY);

  assert_cell (vague, "date", "Spring 2017", NULL);
  assert_cell (exact, "date", "1 Apr 2017", NULL);
  g_assert_false (accord_row_is_missing (vague, date, NULL, 0));
  g_assert_true (accord_row_is_missing (vague, date, both, G_N_ELEMENTS (both)));
  g_assert_cmpstr (apart, ==, "–");
  g_assert_cmpstr (heard, ==, "Open, Spring 2017");
  g_assert_cmpstr (heard_alone, ==, "Open, Spring 2017");
}

static void
test_cells (void)
{
  g_autoptr (AccordRecord) fund = make ("fund", "name", "Transformation\tfund", "amount", "£19.2m", NULL);
  g_autoptr (AccordRecord) odd = make ("fund", "name", "Odd", "amount", "12.50", NULL);
  g_autoptr (AccordRecord) payment = make ("payment", "payee", "Persona", "amount", "-1200", NULL);
  g_autoptr (AccordRecord) council = make ("organisation", "name", "Bury", "staff-words", "about 600", NULL);

  assert_cell (fund, "name", "Transformation fund", NULL);
  assert_cell (fund, "amount", "19,200,000", NULL);
  assert_cell (odd, "amount", "12.50", NULL);
  assert_cell (payment, "amount", "−1,200.00", NULL);
  assert_cell (payment, "reference", "–", NULL);
  assert_cell (council, "staff", "about 600", NULL);
  assert_cell (council, "population", "not known", NULL);
  assert_cell (council, "opened", "–", NULL);
  accord_record_set_text (council, "name", NULL);
  assert_cell (council, "name", "Untitled", NULL);
}

/* Only what waits for an answer can be late for it, and only once the day is over. */
static void
test_overdue (void)
{
  const struct
  {
    const char *state;
    const char *due;
    const char *words;
    const char *style_class;
  } rows[] = {
    { "open", "2026-11-21", "Overdue", "overdue" },
    { "open", TODAY, "Open", "open" },
    { "open", "2026-11-23", "Open", "open" },
    { "open", "", "Open", "open" },
    { "answered", "2026-11-21", "Answered", "answered" },
    { "accepted", "2020-01-01", "Accepted", "accepted" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AccordRecord) caveat =
          make ("caveat", "text", "Quality of care", "state", rows[i].state, "due", rows[i].due, NULL);

      assert_cell (caveat, "state", rows[i].words, rows[i].style_class);
    }
}

/* Whatever a record holds, a cell is one line that says something, and a line for a sheet has its cells
 * apart. */
static void
test_any_text (void)
{
  const AccordKind *kind = accord_schema_find_kind (schema, "payment");
  const guint fields[] = { 0, 1, 2, 6, 7 };

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (kind);
      g_autoptr (GString) wild = g_string_new (NULL);
      g_autofree char *cell = NULL, *label = NULL;
      guint length = g_test_rand_int_range (1, 40);

      g_string_append_unichar (wild, 0xE9);
      for (guint k = 0; k < length; k++)
        g_string_append_c (wild, "\t\n\r \"'=+"[g_test_rand_int_range (0, 8)]);
      accord_record_put_text (record, 0, wild->str, -1);
      accord_record_put_text (record, 6, wild->str, -1);
      if (g_test_rand_int_range (0, 2))
        accord_record_put_int (record, 2, g_test_rand_int_range (G_MININT, G_MAXINT));

      cell = accord_row_dup_cell (record, 6, NULL, 0, TODAY, NULL);
      label = accord_row_dup_label (record, fields, G_N_ELEMENTS (fields), TODAY);
      g_assert_null (strpbrk (cell, "\t\r\n"));
      g_assert_null (strpbrk (label, "\t\r\n"));
      g_assert_cmpuint (strlen (cell), >, 0);
    }
}

static void
test_label (void)
{
  g_autoptr (AccordRecord) payment = make ("payment", "payee", "Persona", "date", "2019-04-01", "amount",
                                           "-1200.5", "redacted", "yes", NULL);
  const guint fields[] = { field_of (payment, "date"), field_of (payment, "amount"),
                           field_of (payment, "fund"), field_of (payment, "redacted"),
                           field_of (payment, "payee") };
  g_autofree char *label = accord_row_dup_label (payment, fields, G_N_ELEMENTS (fields), TODAY);

  g_assert_cmpstr (label, ==, "Persona, 1 Apr 2019, −£1,200.50, Payee redacted");
}

static void
assert_summary (AccordRecord *record, const char *figure, const char *words, const char *style_class)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AccordRowSummary) summary = { NULL };

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & ACCORD_FIELD_LISTED)
      g_array_append_val (fields, i);
  summary = accord_row_summarise (record, (guint *) (gpointer) fields->data, fields->len, TODAY);
  g_assert_cmpstr (summary.figure, ==, figure);
  g_assert_cmpstr (summary.words, ==, words);
  g_assert_cmpstr (summary.status != NULL ? summary.status->style_class : NULL, ==, style_class);
}

static void
test_summaries (void)
{
  g_autoptr (AccordRecord) fund = make ("fund", "name", "F", "type", "budget", "amount", "£6bn", NULL);
  g_autoptr (AccordRecord) unknown = make ("fund", "name", "F", NULL);
  g_autoptr (AccordRecord) payment = make ("payment", "payee", "P", "date", "2019-04-01", "amount", "5",
                                           "reference", "TX1", "paying-body", "Bury Council", NULL);
  g_autoptr (AccordRecord) caveat =
      make ("caveat", "text", "T", "group", "The need to focus on", "state", "answered", NULL);

  assert_summary (fund, "£6bn", "Budget", NULL);
  assert_summary (unknown, "not known", NULL, NULL);
  assert_summary (payment, "£5.00", "1 Apr 2019 · TX1", NULL);
  assert_summary (caveat, NULL, "Answered · The need to focus on", "answered");
}

static void
assert_words (const char *kind, const char *field, const char *expected, AccordOperator op, const char *value,
              int second_op, const char *second)
{
  g_autoptr (AccordQuery) base = accord_query_new (accord_schema_find_kind (schema, kind));
  g_autoptr (AccordQuery) query = accord_query_copy (base);
  g_autoptr (AccordQuery) without = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint index = accord_kind_find_field (accord_query_get_kind (base), field);

  g_assert_true (accord_query_add_words (query, field, op, value, &error));
  if (second_op >= 0)
    g_assert_true (accord_query_add_words (query, field, second_op, second, &error));
  g_assert_no_error (error);
  words = accord_query_dup_value_words (query, 0, index, NULL);
  g_assert_cmpstr (words, ==, expected);
  without = accord_filters_without (query, base, index);
  g_assert_true (accord_query_equal (without, base));
}

static void
test_filter_words (void)
{
  const AccordOperator least = ACCORD_OPERATOR_AT_LEAST, most = ACCORD_OPERATOR_AT_MOST;

  assert_words ("payment", "date", "2019/20", least, "2019-04-01", most, "2020-03-31");
  assert_words ("payment", "date", "1 Apr 2019 to 30 Mar 2020", least, "2019-04-01", most, "2020-03-30");
  assert_words ("payment", "date", "from 1 Apr 2019", least, "2019-04-01", -1, NULL);
  assert_words ("payment", "amount", "£1,000 or less", most, "1000", -1, NULL);
  assert_words ("payment", "description", "with “beds”", ACCORD_OPERATOR_CONTAINS, "beds", -1, NULL);
  assert_words ("payment", "fund", "…", ACCORD_OPERATOR_EQUAL, "7", -1, NULL);
  assert_words ("payment", "fund", "not known", ACCORD_OPERATOR_EQUAL, "", -1, NULL);
  assert_words ("payment", "redacted", "yes", ACCORD_OPERATOR_EQUAL, "yes", -1, NULL);
  assert_words ("allocation", "year", "2019/20", least, "2019/20", most, "2019/20");
  assert_words ("caveat", "state", "open", ACCORD_OPERATOR_EQUAL, "open", -1, NULL);
}

/* What a list was made with is not the person's to see or to take away. */
static void
test_base_filters (void)
{
  g_autoptr (AccordQuery) base = accord_query_new (accord_schema_find_kind (schema, "organisation"));
  g_autoptr (AccordQuery) query = NULL, without = NULL;
  guint type = accord_kind_find_field (accord_query_get_kind (base), "type");

  accord_query_add_text (base, type, ACCORD_OPERATOR_EQUAL, "alliance");
  query = accord_query_copy (base);
  accord_query_add_text (query, type, ACCORD_OPERATOR_NOT_EQUAL, "council");
  g_assert_cmpint (accord_filters_find (query, base, type, -1)->op, ==, ACCORD_OPERATOR_NOT_EQUAL);
  without = accord_filters_without (query, base, type);
  g_assert_true (accord_query_equal (without, base));
}

static void
test_counts (void)
{
  const struct
  {
    guint n_items, n_selected;
    gint64 n_all;
    gboolean complete, narrowed;
    const char *expected;
  } rows[] = {
    { 1204, 0, 1204, TRUE, FALSE, "1,204 payments" },
    { 1, 1, 1, TRUE, FALSE, "1 payment" },
    { 0, 0, 0, TRUE, FALSE, "0 payments" },
    { 12, 1, 1204, TRUE, TRUE, "12 of 1,204" },
    { 12, 3, 1204, TRUE, TRUE, "3 selected" },
    { 12, 0, -1, TRUE, TRUE, "12 payments" },
    { 12, 0, 1204, FALSE, FALSE, "" },
    { 1000000, 1000000, 1, TRUE, FALSE, "1,000,000 selected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words =
          accord_list_dup_count (rows[i].n_items, rows[i].n_selected, rows[i].n_all, rows[i].complete,
                                 rows[i].narrowed, "Payment", "Payments");

      g_assert_cmpstr (words, ==, rows[i].expected);
    }
}

static void
test_nouns (void)
{
  const char *const rows[][2] = {
    { "Business cases", "business cases" },
    { "NHS trusts", "NHS trusts" },
    { "Écoles", "écoles" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *noun = accord_list_dup_noun (rows[i][0]);

      g_assert_cmpstr (noun, ==, rows[i][1]);
    }
}

static void
test_states (void)
{
  g_assert_cmpint (accord_list_state (1, FALSE, TRUE, TRUE), ==, ACCORD_LIST_STATE_ROWS);
  g_assert_cmpint (accord_list_state (0, FALSE, TRUE, TRUE), ==, ACCORD_LIST_STATE_FAILED);
  g_assert_cmpint (accord_list_state (0, FALSE, FALSE, TRUE), ==, ACCORD_LIST_STATE_LOADING);
  g_assert_cmpint (accord_list_state (0, TRUE, FALSE, TRUE), ==, ACCORD_LIST_STATE_NO_MATCH);
  g_assert_cmpint (accord_list_state (0, TRUE, FALSE, FALSE), ==, ACCORD_LIST_STATE_EMPTY);
}

/* A heading that is cut short, or a column too narrow for the word that says nothing is known, helps nobody.
 */
static void
test_widths (void)
{
  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);

      for (guint k = 0; k < kind->n_fields; k++)
        {
          g_autofree char *title = accord_column_dup_title (&kind->fields[k]);

          g_assert_cmpuint (accord_column_get_width (kind, k), >, g_utf8_strlen (title, -1));
          g_assert_cmpuint (accord_column_get_width (kind, k), <, 80);
        }
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  schema = accord_model_schema_new ();
  g_test_add_func ("/ui/row-text/cells", test_cells);
  g_test_add_func ("/ui/row-text/stated", test_stated);
  g_test_add_func ("/ui/row-text/overdue", test_overdue);
  g_test_add_func ("/ui/row-text/any-text", test_any_text);
  g_test_add_func ("/ui/row-text/label", test_label);
  g_test_add_func ("/ui/row-text/summaries", test_summaries);
  g_test_add_func ("/ui/row-text/widths", test_widths);
  g_test_add_func ("/ui/filters/words", test_filter_words);
  g_test_add_func ("/ui/filters/base", test_base_filters);
  g_test_add_func ("/ui/list-words/counts", test_counts);
  g_test_add_func ("/ui/list-words/nouns", test_nouns);
  g_test_add_func ("/ui/list-words/states", test_states);
  status = g_test_run ();
  g_object_unref (schema);
  return status;
}
