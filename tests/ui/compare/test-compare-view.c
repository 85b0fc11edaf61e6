/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "compare/compare-card.h"
#include "compare/compare-choice.h"
#include "compare/compare-row.h"
#include "compare/compare-view.h"
#include "compare/compare-words.h"
#include "text-diff.h"

#include <string.h>

static guint
count_type (GtkWidget *within, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (within), type);

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

static void
row_free (gpointer data)
{
  AccordCompareRow *self = data;

  g_free (self->kind);
  g_free (self->uid);
  g_free (self->title);
  g_free (self->within);
  g_free (self->field);
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self->delta);
  g_free (self->npsv);
  g_free (self);
}

static AccordCompareRow *
add_row (GPtrArray *rows, const char *kind, const char *uid, const char *title, char sort, const char *label,
         const char *before, const char *after, const char *delta, const char *npsv)
{
  AccordCompareRow *row = g_new0 (AccordCompareRow, 1);

  row->kind = g_strdup (kind);
  row->uid = g_strdup (uid);
  row->title = g_strdup (title);
  row->sort = sort;
  row->label = g_strdup (label);
  row->before = g_strdup (before);
  row->after = g_strdup (after);
  row->delta = g_strdup (delta);
  row->npsv = g_strdup (npsv);
  row->pence = ACCORD_UNKNOWN;
  g_ptr_array_add (rows, row);
  return row;
}

static AccordComparison *
comparison_new (void)
{
  AccordComparison *self = g_new0 (AccordComparison, 1);

  self->before = g_strdup ("Version 1");
  self->after = g_strdup ("The case as it stands");
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->figures = g_ptr_array_new_with_free_func (row_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static AccordCompareData *
data_new (FormFixture *self, gint64 business_case, gint64 before)
{
  AccordCompareData *data = g_new0 (AccordCompareData, 1);

  data->business_case = business_case;
  data->before = before;
  data->versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (data->versions, form_fixture_get (self, "version", before));
  return data;
}

static gint64
add_version (FormFixture *self, gint64 business_case, const char *name)
{
  g_autoptr (AccordRecord) record = accord_record_new (form_fixture_kind (self, "version"));

  accord_record_fill_in (record);
  accord_record_set_text (record, "name", name);
  accord_record_set_int (record, "case", business_case);
  return form_fixture_save (self, record);
}

/* Words that went and came are told by shape as well as by colour, and a long run between them is cut. */
static void
test_markup (void)
{
  g_autofree char *filler = g_strnfill (900, 'x');
  g_autofree char *before = g_strdup_printf ("three numbers & %s <end>", filler);
  g_autofree char *after = g_strdup_printf ("four numbers & %s <end> more", filler);
  g_autoptr (GPtrArray) words = accord_text_diff (before, after);
  g_autofree char *markup = accord_compare_dup_markup (words, "#00ff00", "#ff0000");
  g_autofree char *plain = NULL;

  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL));
  g_assert_nonnull (strstr (markup, "<span foreground=\"#ff0000\" strikethrough=\"true\">three"));
  g_assert_nonnull (strstr (markup, "underline=\"single\" weight=\"bold\">four"));
  g_assert_nonnull (strstr (markup, "&amp;"));
  g_assert_nonnull (strstr (plain, " … "));
  g_assert_cmpuint (strlen (plain), <, 600);
}

/* What is none is not counted. */
static void
test_summary (void)
{
  AccordComparison *comparison = comparison_new ();
  g_autofree char *none = accord_compare_dup_summary (comparison);
  g_autofree char *some = NULL;

  add_row (comparison->rows, "cost", "k", "Team", '~', "Grade", "3", "4", "+1", NULL);
  add_row (comparison->rows, "caveat", "v", "it is funded", '+', NULL, NULL, NULL, NULL, NULL);
  some = accord_compare_dup_summary (comparison);
  g_assert_cmpstr (none, ==, "Nothing differs between the two.");
  g_assert_cmpstr (some, ==, "1 field differs, 1 record is new.");
  accord_comparison_free (comparison);
}

static void
fill (AccordComparison *comparison)
{
  AccordCompareRow *text = add_row (comparison->rows, "case", "c", "Enablers", '~', "Strategic case",
                                    "three numbers", "four numbers", NULL, NULL);

  text->words = accord_text_diff ("three numbers", "four numbers");
  add_row (comparison->rows, "cost", "k", "Team", '~', "Grade", "3", "4", "+1", "−£1,200");
  add_row (comparison->rows, "cost", "k", "Team", '~', "Note", "a", "b", NULL, NULL);
  add_row (comparison->rows, "cost", "g", "Base", '-', NULL, NULL, NULL, NULL, "+£900");
  add_row (comparison->rows, "caveat", "v", "it is funded", '+', NULL, NULL, NULL, NULL, NULL);
  add_row (comparison->figures, "option", "o", "Teams", '~', "NPSV", "£10", "£8", "−£2", NULL);
  add_row (comparison->figures, "option", "o", "Teams", '=', "Payback", "2021/22", "2021/22", NULL, NULL);
  add_row (comparison->figures, "organisation", "a", "Council", '~', NULL, "£5", "£3", "−£2", NULL);
}

/* Differences stand under their kinds; figures and who pays before them; what is hard to see is said. */
static void
test_view (FormFixture *self, gconstpointer data)
{
  gint64 business_case = form_fixture_add (self, "case", "Enablers");
  gint64 version = add_version (self, business_case, "Version 1");
  AccordCompareData *shown = data_new (self, business_case, version);
  GtkWidget *view = accord_compare_view_new (self->workspace);

  shown->comparison = comparison_new ();
  fill (shown->comparison);
  g_ptr_array_add (shown->comparison->remarks, g_strdup ("Something could not be compared."));
  form_fixture_present (self, view);
  accord_compare_view_show (ACCORD_COMPARE_VIEW (view), shown);
  ui_wait_frame (self->window);
  g_assert_true (form_fixture_has_text (
      view, "3 fields differ, 1 record is new, 1 record is gone.\nSomething could not be compared."));
  g_assert_true (form_fixture_has_text (view, "What it comes to"));
  g_assert_true (form_fixture_has_text (view, "Who pays, who gains"));
  g_assert_true (form_fixture_has_text (view, "Council"));
  g_assert_true (form_fixture_has_text (view, "the same"));
  g_assert_true (form_fixture_has_text (view, "The case itself"));
  g_assert_true (form_fixture_has_text (view, "Cost lines"));
  g_assert_true (form_fixture_has_text (view, "3 → 4"));
  g_assert_true (form_fixture_has_text (view, "+1\nNPSV −£1,200"));
  g_assert_true (form_fixture_has_text (view, "Gone"));
  g_assert_true (form_fixture_has_text (view, "New"));
  g_assert_cmpuint (count_type (view, ACCORD_TYPE_COMPARE_ROW_VIEW), ==, 5);
  gtk_test_accessible_assert_property (ui_find_type (view, ACCORD_TYPE_COMPARE_ROW_VIEW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Strategic case: was three numbers, is four numbers");

  /* Two that are alike, and two that cannot be read, say so and show nothing of before. */
  g_ptr_array_set_size (shown->comparison->rows, 0);
  g_ptr_array_set_size (shown->comparison->figures, 0);
  g_ptr_array_set_size (shown->comparison->remarks, 0);
  accord_compare_view_show (ACCORD_COMPARE_VIEW (view), shown);
  g_assert_true (form_fixture_has_text (view, "Nothing differs between the two."));
  g_assert_cmpuint (count_type (view, ACCORD_TYPE_COMPARE_ROW_VIEW), ==, 0);
  g_clear_pointer (&shown->comparison, accord_comparison_free);
  shown->problem = g_strdup ("The version holds nothing.");
  accord_compare_view_show (ACCORD_COMPARE_VIEW (view), shown);
  g_assert_true (form_fixture_has_text (view, "The version holds nothing."));
  accord_compare_data_free (shown);
}

/* A name of any length wraps, and hundreds of differences come when they are asked for. */
static void
test_much (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordComparison) comparison = comparison_new ();
  g_autofree char *long_name = g_strnfill (300, 'W');
  GtkWidget *card, *more;
  int least;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%u", i);

      add_row (comparison->rows, "cost", uid, long_name, '~', "Amount", "£1", "£2", "+£1", "−£1");
    }
  card = accord_compare_card_new ("Cost lines", comparison->rows);
  form_fixture_present (self, card);
  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 360);
  g_assert_cmpuint (count_type (card, ACCORD_TYPE_COMPARE_ROW_VIEW), ==, 40);
  more = form_fixture_find_button (card, "Show 460 more");
  g_assert_nonnull (more);
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (count_type (card, ACCORD_TYPE_COMPARE_ROW_VIEW), ==, 500);
}

/* What is chosen stays while the versions stay. */
static void
test_choice (FormFixture *self, gconstpointer data)
{
  gint64 business_case = form_fixture_add (self, "case", "Enablers");
  gint64 first = add_version (self, business_case, "Version 1");
  gint64 second = add_version (self, business_case, "Version 2");
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  AccordCompareChoice *choice = ACCORD_COMPARE_CHOICE (accord_compare_choice_new ());

  g_ptr_array_add (versions, form_fixture_get (self, "version", second));
  g_ptr_array_add (versions, form_fixture_get (self, "version", first));
  form_fixture_present (self, GTK_WIDGET (choice));
  accord_compare_choice_show (choice, versions, first, 0);
  g_assert_cmpint (accord_compare_choice_get_before (choice), ==, first);
  g_assert_cmpint (accord_compare_choice_get_after (choice), ==, 0);
  accord_compare_choice_show (choice, versions, second, first);
  g_assert_cmpint (accord_compare_choice_get_before (choice), ==, second);
  g_assert_cmpint (accord_compare_choice_get_after (choice), ==, first);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/compare/markup", test_markup);
  g_test_add_func ("/compare/summary", test_summary);
  form_fixture_add_test ("/compare/view", test_view);
  form_fixture_add_test ("/compare/much", test_much);
  form_fixture_add_test ("/compare/choice", test_choice);

  return g_test_run ();
}
