/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/accountability-page.h"

#include "decisions/answerable-card.h"
#include "form/page-parts.h"
#include "page/place-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 900
#define LATEST 3

/* Who answers to whom, and what each board decided. */
struct _AccordAccountabilityPage
{
  GtkWidget parent_instance;

  GtkWidget *view;
  GtkWidget *cards;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordAccountabilityPage, accord_accountability_page, GTK_TYPE_WIDGET)

static gpointer
read_all (AccordReader *reader, gpointer data, GError **error)
{
  return accord_accountability_read (reader, LATEST, error);
}

static void
append_bodies (GString *state, GPtrArray *bodies)
{
  for (guint i = 0; i < bodies->len; i++)
    g_string_append_printf (state, " %" G_GINT64_FORMAT, accord_record_get_id (bodies->pdata[i]));
  g_string_append_c (state, '\n');
}

/* All that is shown, so that what stays the same is left alone, with its focus. */
static char *
dup_state (GPtrArray *boards)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < boards->len; i++)
    {
      const AccordAnswerable *one = boards->pdata[i];
      const char *organisation = accord_record_get_reference_title (one->body, "organisation");

      g_string_append_printf (state, "%" G_GINT64_FORMAT " %s %s %u %u %u %u",
                              accord_record_get_id (one->body), accord_record_get_modified (one->body),
                              organisation != NULL ? organisation : "", one->depth, one->n_resolved,
                              one->n_noted, one->n_decisions);
      append_bodies (state, one->scrutinised_by);
      append_bodies (state, one->scrutinises);
      append_bodies (state, one->below);
      for (guint j = 0; j < one->latest->len; j++)
        {
          const AccordAnswerableDecision *decision = one->latest->pdata[j];

          g_string_append_printf (state, "%s %" G_GINT64_FORMAT " %s %s\n", decision->kind, decision->id,
                                  decision->date != NULL ? decision->date : "", decision->text);
        }
    }
  return g_string_free (state, FALSE);
}

static gboolean
show_boards (GtkWidget *page, gpointer answer)
{
  AccordAccountabilityPage *self = ACCORD_ACCOUNTABILITY_PAGE (page);
  g_autoptr (GPtrArray) boards = answer;
  g_autofree char *state = dup_state (boards);

  if (g_strcmp0 (state, self->shown) == 0)
    return boards->len > 0;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  accord_page_empty_box (self->cards);
  for (guint i = 0; i < boards->len; i++)
    gtk_box_append (GTK_BOX (self->cards), accord_answerable_card_new (boards->pdata[i]));
  return boards->len > 0;
}

static const char *const kinds[] = {
  "body", "organisation", "meeting", "item", "resolution", "decision", NULL,
};

static const AccordPlaceKind place = {
  .kinds = kinds,
  .read = read_all,
  .free = (GDestroyNotify) g_ptr_array_unref,
  .show = show_boards,
  .icon_name = "accord-accountability-symbolic",
  .error = N_ ("The boards cannot be read"),
};

static void
accord_accountability_page_dispose (GObject *object)
{
  AccordAccountabilityPage *self = ACCORD_ACCOUNTABILITY_PAGE (object);

  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (accord_accountability_page_parent_class)->dispose (object);
}

static void
accord_accountability_page_class_init (AccordAccountabilityPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_accountability_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_column (AccordAccountabilityPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (head), accord_page_label (_ ("Accountability"), "page-title"));
  gtk_box_append (GTK_BOX (head),
                  accord_page_label (_ ("Who answers to whom, who scrutinises whom, and what each "
                                        "board decided"),
                                     "subtitle"));
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), self->cards);
  return column;
}

static void
fill_empty (AccordAccountabilityPage *self, AccordWorkspace *workspace)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (accord_place_view_get_empty (ACCORD_PLACE_VIEW (self->view)));
  GtkWidget *add = accord_page_button (_ ("Add a _board or committee"));

  gtk_widget_add_css_class (GTK_WIDGET (page), "decisions-empty");
  adw_status_page_set_title (page, _ ("No board is on record yet"));
  adw_status_page_set_description (page,
                                   _ ("Here you will see to whom each board is accountable, who scrutinises "
                                      "it, and what it decided."));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), "win.add::body");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (add, !accord_workspace_get_read_only (workspace));
  adw_status_page_set_child (page, add);
}

static void
accord_accountability_page_init (AccordAccountabilityPage *self)
{
}

/**
 * accord_accountability_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page of who answers to whom, which follows what is done in @workspace
 */
GtkWidget *
accord_accountability_page_new (AccordWorkspace *workspace)
{
  AccordAccountabilityPage *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_ACCOUNTABILITY_PAGE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  self->view = accord_place_view_new (workspace, &place, GTK_WIDGET (self),
                                      accord_place_view_make_column (make_column (self), WIDTH));
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  fill_empty (self, workspace);
  accord_place_view_read (ACCORD_PLACE_VIEW (self->view));
  return GTK_WIDGET (self);
}
