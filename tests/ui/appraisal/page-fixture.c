/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "form/detail-page.h"

static GtkWidget *
find_cards (GtkWidget *within)
{
  if (ACCORD_IS_APPRAISAL_CARDS (within))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cards (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_there (gpointer data)
{
  GtkWidget *cards = find_cards (((Scene *) data)->page);

  return cards != NULL
         && accord_appraisal_work_is_settled (
             accord_appraisal_cards_get_work (ACCORD_APPRAISAL_CARDS (cards)));
}

static gboolean
is_settled (gpointer data)
{
  return accord_appraisal_work_is_settled (((Scene *) data)->work);
}

void
scene_settle (Scene *scene)
{
  g_assert_true (ui_wait_until (is_settled, scene));
}

gint64
scene_only (FormFixture *self, const char *kind)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  for (gint64 i = 1; i < 50 && id == 0; i++)
    {
      g_autoptr (AccordRecord) record =
          accord_workspace_get_record (self->workspace, form_fixture_kind (self, kind), i, NULL, NULL);

      if (record != NULL && accord_record_get_deleted (record) == NULL)
        id = i;
    }
  g_assert_cmpint (id, >, 0);
  return id;
}

void
scene_open (Scene *scene, FormFixture *self)
{
  g_autoptr (GError) error = NULL;
  AccordChange *change;

  scene->fixture = self;
  scene->business_case = form_fixture_add (self, "case", "Neighbourhood Model");
  form_fixture_add (self, "organisation", "Bury Council");
  form_fixture_add (self, "organisation", "NHS Bury CCG");
  change = accord_workspace_write (self->workspace, "Begin", accord_appraisal_begin_write,
                                   &scene->business_case, NULL, &error);
  g_assert_no_error (error);
  accord_change_unref (change);
  scene->appraisal = scene_only (self, "appraisal");
  form_fixture_set (self, "appraisal", scene->appraisal, "base-year", "2017/18");
  form_fixture_set (self, "appraisal", scene->appraisal, "horizon", "5");
  scene->page = accord_detail_page_new (self->workspace);
  form_fixture_present (self, scene->page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (scene->page), form_fixture_kind (self, "appraisal"),
                           scene->appraisal);
  g_assert_true (ui_wait_until (is_there, scene));
  scene->cards = ACCORD_APPRAISAL_CARDS (find_cards (scene->page));
  scene->work = accord_appraisal_cards_get_work (scene->cards);
  scene->costs = accord_lines_card_get_view (accord_appraisal_cards_get_lines (scene->cards, FALSE));
  scene->outcomes = accord_lines_card_get_view (accord_appraisal_cards_get_lines (scene->cards, TRUE));
}

gint64
scene_npsv (Scene *scene)
{
  const AccordCbaResult *result =
      accord_appraisal_work_get_result (scene->work, accord_appraisal_work_get_option (scene->work));

  g_assert_nonnull (result);
  return accord_cba_pence (result->net.npsv);
}

void
scene_enter (AccordGridView *view, guint row, guint column, const char *text)
{
  accord_grid_view_go_to (view, row, column);
  accord_grid_view_edit (view, text);
  g_assert_true (accord_grid_view_enter (view));
}

void
scene_assert_cell (AccordGridView *view, guint row, guint column, const char *expected)
{
  g_autofree char *text = accord_grid_model_dup_text (accord_grid_view_get_model (view), row, column);

  g_assert_cmpstr (text, ==, expected);
}
