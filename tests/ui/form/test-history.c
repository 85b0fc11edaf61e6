/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form-fixture.h"

#include "form/detail-page.h"
#include "form/figures-card.h"
#include "form/form-figures.h"

#include <string.h>

static void
collect_backs (GtkWidget *within, GPtrArray *found)
{
  if (GTK_IS_BUTTON (within) && gtk_widget_has_css_class (within, "go-back")
      && gtk_widget_get_mapped (within))
    g_ptr_array_add (found, within);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_backs (child, found);
}

static gboolean
is_two_again (gpointer data)
{
  FormFixture *self = data;
  g_autoptr (AccordRecord) fund = form_fixture_get (self, "fund", 1);

  return accord_record_get_int (fund, "amount") == 200;
}

/* Three figures one after the other: now is no point to go back to, each of the others is. */
static void
test_goes_back (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  GtkWidget *page = accord_detail_page_new (self->workspace);
  g_autoptr (GPtrArray) backs = g_ptr_array_new ();

  form_fixture_set (self, "fund", id, "amount", "£1");
  form_fixture_set (self, "fund", id, "amount", "£2");
  form_fixture_set (self, "fund", id, "amount", "£3");
  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, "fund"), id);
  form_fixture_await (page, "£2 → £3");
  collect_backs (page, backs);
  g_assert_cmpuint (backs->len, ==, 3);
  g_signal_emit_by_name (backs->pdata[0], "clicked");
  g_assert_true (ui_wait_until (is_two_again, self));
  form_fixture_await (page, "£3 → £2");
  g_assert_nonnull (strstr (accord_workspace_get_undo_label (self->workspace), "Go back to"));
}

static void
count_toggles (GtkWidget *within, guint *explained, guint *plain)
{
  if (GTK_IS_MENU_BUTTON (within))
    (*explained)++;
  else if (GTK_IS_BUTTON (within) && gtk_widget_has_css_class (within, "figure"))
    (*plain)++;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_toggles (child, explained, plain);
}

static void
test_figures_explain_themselves (FormFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  g_autoptr (AccordQuery) rows = accord_query_new (form_fixture_kind (self, "payment"));
  GtkWidget *card = accord_figures_card_new ();
  AccordFormFigure *paid = accord_form_figure_new_money ("Paid", 1920000000, NULL);
  guint explained = 0, plain = 0;

  accord_form_figure_explain (paid, "All payments of this fund together.", rows);
  g_ptr_array_add (figures, paid);
  g_ptr_array_add (figures, accord_form_figure_new ("Due", "late 2017", "as stated"));
  form_fixture_present (self, card);
  accord_figures_card_show (ACCORD_FIGURES_CARD (card), figures, NULL);
  count_toggles (card, &explained, &plain);
  g_assert_cmpuint (explained, ==, 1);
  g_assert_cmpuint (plain, ==, 0);
  g_assert_true (form_fixture_has_text (card, "£19.2m"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/history/goes-back", test_goes_back);
  form_fixture_add_test ("/ui/history/figures-explain-themselves", test_figures_explain_themselves);

  return g_test_run ();
}
