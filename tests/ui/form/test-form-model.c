/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/figures-grid.h"
#include "form/form-figures.h"
#include "form/form-model.h"
#include "kinds.h"

#include <string.h>

#define TODAY "2017-06-15"

static AccordSchema *schema;

static AccordRecord *
make (const char *kind, const char *first_field, ...)
{
  AccordRecord *record = accord_record_new (accord_schema_find_kind (schema, kind));
  const char *field = first_field;
  va_list args;

  va_start (args, first_field);
  while (field != NULL)
    {
      g_autoptr (GError) error = NULL;
      int index = accord_kind_find_field (accord_record_get_kind (record), field);

      g_assert_cmpint (index, >=, 0);
      accord_record_parse_field (record, index, va_arg (args, const char *), &error);
      g_assert_no_error (error);
      field = va_arg (args, const char *);
    }
  va_end (args);
  return record;
}

static const AccordFormLine *
find_line (AccordRecord *record, GPtrArray *lines, const char *field)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const AccordFormLine *line = lines->pdata[i];

      if (strcmp (accord_record_get_kind (record)->fields[line->field].name, field) == 0)
        return line;
    }
  return NULL;
}

/* Whatever the kind, every field can be edited in exactly one section. */
static void
test_every_field_has_one_section (void)
{
  for (guint k = 0; k < accord_schema_get_n_kinds (schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, k);
      guint total = 0;

      /* What is worked out is asked for nowhere. */
      for (guint i = 0; i < kind->n_fields; i++)
        total += (kind->fields[i].flags & ACCORD_FIELD_DERIVED) != 0;
      for (guint section = 0; section < ACCORD_FORM_N_SECTIONS; section++)
        {
          g_autoptr (GArray) fields = accord_form_section_fields (kind, section);

          for (guint i = 0; i < fields->len; i++)
            g_assert_cmpint (accord_form_section_of (kind, g_array_index (fields, guint, i)), ==, section);
          total += fields->len;
        }
      g_assert_cmpuint (total, ==, kind->n_fields);
    }
}

/* Nothing of an empty record is known, and nothing of it looks like a value. */
static void
test_empty_records (void)
{
  for (guint k = 0; k < accord_schema_get_n_kinds (schema); k++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (accord_schema_get_kind (schema, k));
      g_autoptr (GPtrArray) figures = accord_form_figures (record, TODAY);
      g_autofree char *subtitle = accord_form_dup_subtitle (record);
      g_autofree char *words = NULL;

      for (guint section = 0; section < ACCORD_FORM_N_SECTIONS; section++)
        {
          g_autoptr (GPtrArray) lines = accord_form_lines (record, section);

          for (guint i = 0; i < lines->len; i++)
            {
              const AccordFormLine *line = lines->pdata[i];

              if (accord_record_get_kind (record)->fields[line->field].type != ACCORD_FIELD_BOOLEAN)
                g_assert_null (line->text);
            }
        }
      for (guint i = 0; i < figures->len; i++)
        {
          const AccordFormFigure *figure = figures->pdata[i];

          g_assert_false (figure->known);
          g_assert_cmpstr (figure->text, ==, "not known");
        }
      g_assert_cmpuint (figures->len, <=, ACCORD_FORM_MAX_FIGURES);
      g_assert_cmpstr (subtitle, ==, accord_record_get_kind (record)->label);
      g_assert_null (accord_form_status (record, TODAY, &words));
      g_assert_null (words);
    }
}

static void
test_date_and_words_are_one_line (void)
{
  g_autoptr (AccordRecord) vague = make ("case", "name", "A", "decision-due-words", "late 2017", NULL);
  g_autoptr (AccordRecord) exact = make ("case", "name", "A", "decision-due", "2017-11-30", NULL);
  g_autoptr (AccordRecord) both =
      make ("case", "name", "A", "decision-due", "2017-11-30", "decision-due-words", "late 2017", NULL);
  const char *const expected[] = { "late 2017", "30 Nov 2017", "30 Nov 2017 (“late 2017”)" };
  AccordRecord *const records[] = { vague, exact, both };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (GPtrArray) lines = accord_form_lines (records[i], ACCORD_FORM_MAIN);

      g_assert_cmpstr (find_line (records[i], lines, "decision-due")->text, ==, expected[i]);
      g_assert_null (find_line (records[i], lines, "decision-due-words"));
      /* The name is above, the state is in the pill. */
      g_assert_null (find_line (records[i], lines, "name"));
      g_assert_null (find_line (records[i], lines, "status"));
    }
}

static void
test_dated_lines (void)
{
  g_autoptr (AccordRecord) action =
      make ("action", "text", "A", "updates", "2016-09-27 cleared\n? asked again\nnever", NULL);
  g_autoptr (GPtrArray) lines = accord_form_lines (action, ACCORD_FORM_WORDS);

  g_assert_cmpstr (find_line (action, lines, "updates")->text, ==,
                   "27 Sep 2016 – cleared\nDate not known – asked again\nnever");
}

static void
test_unknown_is_named_once (void)
{
  g_autoptr (AccordRecord) fund = make ("fund", "name", "A", "type", "budget", "amount", "£5", NULL);
  g_autoptr (GPtrArray) lines = accord_form_lines (fund, ACCORD_FORM_MAIN);
  g_autofree char *sentence = accord_form_dup_unknown (lines);

  g_assert_cmpstr (sentence, ==,
                   "Not known: Held by, Part of, Announced on, First financial year, Last financial year");
  g_assert_cmpstr (find_line (fund, lines, "amount")->text, ==, "£5");
}

static void
test_figures (void)
{
  g_autoptr (AccordRecord) organisation = make (
      "organisation", "name", "A", "population", "187000", "staff-words", "over 600", "operating-budget",
      "27m", "opened", "2017-06-22", "practices", "25", "neighbourhoods", "5", NULL);
  g_autoptr (GPtrArray) figures = accord_form_figures (organisation, TODAY);
  const AccordFormFigure *figure = figures->pdata[0];

  g_assert_cmpuint (figures->len, ==, ACCORD_FORM_MAX_FIGURES);
  g_assert_cmpstr (figure->text, ==, "£27m");
  g_assert_cmpstr (figure->exact, ==, "£27,000,000.00");
  figure = figures->pdata[1];
  g_assert_cmpstr (figure->text, ==, "187,000");
  figure = figures->pdata[2];
  g_assert_cmpstr (figure->text, ==, "over 600");
  g_assert_cmpstr (figure->note, ==, "as stated");
}

/* What was paid is said to the penny, not rounded to thousands as an announced sum is. */
static void
test_ledger_figures (void)
{
  g_autoptr (AccordRecord) payment = make ("payment", "payee", "A", "amount", "-5,412.50", NULL);
  g_autoptr (AccordRecord) allocation = make ("allocation", "purpose", "A", "amount", "5,412,000", NULL);
  g_autoptr (GPtrArray) paid = accord_form_figures (payment, TODAY);
  g_autoptr (GPtrArray) allocated = accord_form_figures (allocation, TODAY);

  g_assert_cmpstr (((AccordFormFigure *) paid->pdata[0])->text, ==, "−£5,412.50");
  g_assert_cmpstr (((AccordFormFigure *) allocated->pdata[0])->text, ==, "£5.4m");
}

/* As many columns as fit, and never a row that is not full: four figures stand 4, 2 and 2, or one by one. */
static void
test_figures_columns (void)
{
  g_assert_cmpint (accord_figures_grid_columns (4, 480, 120), ==, 4);
  g_assert_cmpint (accord_figures_grid_columns (4, 479, 120), ==, 2);
  g_assert_cmpint (accord_figures_grid_columns (4, 239, 120), ==, 1);
  for (int n = 0; n <= ACCORD_FORM_MAX_FIGURES; n++)
    for (int width = 0, before = 1; width < 900; width++)
      {
        int columns = accord_figures_grid_columns (n, width, 120);

        g_assert_cmpint (n % columns, ==, 0);
        g_assert_true (columns == 1 || columns * 120 <= width);
        g_assert_cmpint (columns, >=, before);
        before = columns;
      }
}

static void
test_open_figure (void)
{
  const AccordKind *caveat = accord_schema_find_kind (schema, "caveat");
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);

  accord_form_add_open_figure (figures, caveat, 0, 8, NULL);
  g_assert_cmpuint (figures->len, ==, 0);
  for (guint i = 0; i < 2 * ACCORD_FORM_MAX_FIGURES; i++)
    accord_form_add_open_figure (figures, caveat, 3, 8, NULL);
  g_assert_cmpuint (figures->len, ==, ACCORD_FORM_MAX_FIGURES);
  g_assert_cmpstr (((AccordFormFigure *) figures->pdata[0])->label, ==, "Caveats");
  g_assert_cmpstr (((AccordFormFigure *) figures->pdata[0])->text, ==, "3 open");
  g_assert_cmpstr (((AccordFormFigure *) figures->pdata[0])->note, ==, "of 8");
}

static void
test_status (void)
{
  g_autoptr (AccordRecord) open = make ("caveat", "text", "A", "state", "open", "due", "2017-06-15", NULL);
  g_autoptr (AccordRecord) late = make ("caveat", "text", "A", "state", "open", "due", "2017-06-14", NULL);
  g_autoptr (AccordRecord) done =
      make ("caveat", "text", "A", "state", "accepted", "due", "2017-06-14", NULL);
  g_autofree char *open_words = NULL, *late_words = NULL, *done_words = NULL;

  g_assert_cmpstr (accord_form_status (open, TODAY, &open_words)->style_class, ==, "open");
  g_assert_cmpstr (accord_form_status (late, TODAY, &late_words)->style_class, ==, "overdue");
  g_assert_cmpstr (accord_form_status (done, TODAY, &done_words)->style_class, ==, "accepted");
  g_assert_cmpstr (open_words, ==, "Open");
  g_assert_cmpstr (late_words, ==, "Overdue");
  g_assert_cmpstr (done_words, ==, "Accepted");
}

static void
test_subtitle (void)
{
  g_autoptr (AccordRecord) fund =
      make ("fund", "name", "A", "type", "transformation-fund", "announced", "2019-04-02", NULL);
  g_autoptr (AccordRecord) programme =
      make ("programme", "name", "A", "from", "2016-04-01", "until-words", "2020", NULL);
  g_autofree char *fund_line = accord_form_dup_subtitle (fund);
  g_autofree char *programme_line = accord_form_dup_subtitle (programme);

  /* "Fund" is in "Transformation fund" already. */
  g_assert_cmpstr (fund_line, ==, "Transformation fund · 2 Apr 2019");
  g_assert_cmpstr (programme_line, ==, "Programme · 1 Apr 2016 to 2020");
}

static void
test_relative (void)
{
  static const struct
  {
    const char *iso, *words;
  } cases[] = {
    { "2017-06-15", "today" },       { "2017-06-16", "tomorrow" },    { "2017-06-14", "yesterday" },
    { "2017-06-28", "in 13 days" },  { "2017-06-29", "in 2 weeks" },  { "2017-05-01", "6 weeks ago" },
    { "2018-01-15", "in 7 months" }, { "2012-06-15", "5 years ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = accord_form_dup_relative (cases[i].iso, TODAY);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_messages_find_their_field (void)
{
  /* Every rule that a field table states names its field in a way that leads back to it. */
  for (guint k = 0; k < accord_schema_get_n_kinds (schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, k);

      for (guint i = 0; i < kind->n_fields; i++)
        {
          g_autoptr (AccordRecord) record = accord_record_new (kind);
          g_autoptr (GError) error = NULL;
          const char *rest;
          int found;

          if (accord_record_parse_field (record, i, "no such thing", &error))
            continue;
          found = accord_form_find_invalid (kind, error->message, &rest);
          g_assert_cmpint (found, >=, 0);
          g_assert_cmpstr (kind->fields[found].label, ==, kind->fields[i].label);
          g_assert_false (g_str_has_prefix (rest, kind->fields[i].label));
        }
    }
  {
    const char *rest;

    g_assert_cmpint (
        accord_form_find_invalid (accord_schema_find_kind (schema, "fund"), "The disk is full.", &rest), ==,
        -1);
    g_assert_cmpstr (rest, ==, "The disk is full.");
  }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  schema = accord_model_schema_new ();

  g_test_add_func ("/ui/form-model/every-field-has-one-section", test_every_field_has_one_section);
  g_test_add_func ("/ui/form-model/empty-records", test_empty_records);
  g_test_add_func ("/ui/form-model/date-and-words", test_date_and_words_are_one_line);
  g_test_add_func ("/ui/form-model/dated-lines", test_dated_lines);
  g_test_add_func ("/ui/form-model/unknown", test_unknown_is_named_once);
  g_test_add_func ("/ui/form-model/figures", test_figures);
  g_test_add_func ("/ui/form-model/ledger-figures", test_ledger_figures);
  g_test_add_func ("/ui/form-model/figures-columns", test_figures_columns);
  g_test_add_func ("/ui/form-model/open-figure", test_open_figure);
  g_test_add_func ("/ui/form-model/status", test_status);
  g_test_add_func ("/ui/form-model/subtitle", test_subtitle);
  g_test_add_func ("/ui/form-model/relative", test_relative);
  g_test_add_func ("/ui/form-model/messages", test_messages_find_their_field);

  result = g_test_run ();
  g_object_unref (schema);
  return result;
}
