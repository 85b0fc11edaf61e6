/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-page.h"

#include "chart/timeline.h"
#include "form/figures-card.h"
#include "form/page-parts.h"
#include "go.h"
#include "list/skeleton.h"
#include "overview/last-seen.h"
#include "overview/overview-begin.h"
#include "overview/overview-grid.h"
#include "overview/overview-list.h"
#include "overview/overview-model.h"
#include "today.h"
#include "workspace-sums.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 1240
/* Changes that follow on each other's heels are read once; a page that takes longer says that it is coming.
 */
#define SETTLE_MS 120
#define SKELETON_MS 150

/* A card of rows with a note under them. */
typedef struct
{
  GtkWidget *card;
  GtkWidget *head;
  GtkWidget *list;
  GtkWidget *note_box;
  GtkWidget *note;
} Card;

/* What needs a person today. */
struct _AccordOverviewPage
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
  GtkWidget *stack;
  GtkWidget *skeleton;
  GtkWidget *scrolled;
  GtkWidget *begin;
  GtkWidget *error;
  GtkWidget *figures;
  Card needs;
  Card cases;
  Card money;
  Card decisions;
  Card changes;
  GtkWidget *import;
  GtkWidget *seen;
  GtkWidget *dates;
  AccordTimeline *timeline;
  GtkWidget *dates_note;
  GCancellable *cancellable;
  guint settle;
  guint patience;
  gboolean stale;
  gboolean unshown;
  gboolean money_stale;
  gint64 last_change;
  AccordOverview *overview;
  char *today;
  /* What became of the funds; it is added up anew only where money has changed. */
  GPtrArray *funds;
  GCancellable *adding;
};

G_DEFINE_FINAL_TYPE (AccordOverviewPage, accord_overview_page, GTK_TYPE_WIDGET)

typedef struct
{
  char *today;
  gint64 since;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->today);
  g_free (asked);
}

static gpointer
read_overview (AccordReader *reader, gpointer data, GError **error)
{
  const Asked *asked = data;

  return accord_overview_read_without_money (reader, asked->today, asked->since, error);
}

static void
show_card (Card *card, GPtrArray *rows, const char *note)
{
  gtk_widget_set_visible (card->card, rows->len > 0 || note != NULL);
  accord_overview_list_show (card->list, rows);
  gtk_widget_set_visible (card->list, rows->len > 0);
  gtk_widget_set_visible (card->note_box, note != NULL);
  gtk_label_set_label (GTK_LABEL (card->note), note != NULL ? note : "");
  if (rows->len == 0)
    gtk_widget_add_css_class (card->note_box, "alone");
  else
    gtk_widget_remove_css_class (card->note_box, "alone");
}

static void
show_picture (AccordOverviewPage *self, const AccordOverviewPicture *picture, const char *today)
{
  gboolean writable = !accord_workspace_get_read_only (self->workspace);

  accord_figures_card_show (ACCORD_FIGURES_CARD (self->figures), picture->figures, NULL);
  show_card (&self->needs, picture->needs,
             picture->needs->len > 0 ? NULL : _ ("Nothing waits for an answer."));
  show_card (&self->cases, picture->cases, NULL);
  show_card (&self->money, picture->money, picture->money_note);
  gtk_widget_set_visible (self->import, picture->no_payments && writable);
  show_card (&self->decisions, picture->decisions, NULL);
  show_card (&self->changes, picture->changes, picture->changes_note);
  gtk_widget_set_visible (self->seen, picture->changes->len > 0);
  gtk_widget_set_visible (self->dates, picture->lanes->len > 0);
  accord_timeline_show (self->timeline, picture->lanes, today);
  gtk_label_set_label (GTK_LABEL (self->dates_note), picture->lanes_note != NULL ? picture->lanes_note : "");
  gtk_widget_set_visible (self->dates_note, picture->lanes_note != NULL);
}

/* Shows what is known by now: the payments may still be being added up. */
static void
show_overview (AccordOverviewPage *self)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  g_autoptr (AccordOverviewPicture) picture = NULL;

  /* Nobody looks: where people are now goes before a picture that they may come back to. */
  self->unshown = self->overview != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->overview == NULL || self->unshown)
    return;
  self->last_change = self->overview->last_change;
  if (self->overview->empty)
    {
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->begin);
      return;
    }
  accord_overview_set_funds (self->overview, self->funds);
  picture = accord_overview_picture_new (self->overview, schema, self->today);
  show_picture (self, picture, self->today);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scrolled);
}

static void
show_error (AccordOverviewPage *self, const GError *error)
{
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error), error->message);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordOverviewPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordOverview) overview =
      accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  if (overview == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->overview, accord_overview_free);
  self->overview = g_steal_pointer (&overview);
  show_overview (self);
}

static gpointer
read_funds (AccordReader *reader, gpointer data, GError **error)
{
  return accord_funds_summary (reader, error);
}

static void
on_funds (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordOverviewPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) funds = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (funds == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->funds, g_ptr_array_unref);
  self->funds = g_steal_pointer (&funds);
  show_overview (self);
}

static gboolean
on_patience (gpointer data)
{
  AccordOverviewPage *self = data;

  self->patience = 0;
  gtk_widget_show (self->skeleton);
  return G_SOURCE_REMOVE;
}

static GCancellable *
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  return *cancellable = g_cancellable_new ();
}

static void
refresh (AccordOverviewPage *self)
{
  Asked *asked = g_new0 (Asked, 1);

  self->stale = FALSE;
  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->skeleton && self->patience == 0)
    self->patience = g_timeout_add (SKELETON_MS, on_patience, self);
  g_free (self->today);
  self->today = accord_today_dup ();
  asked->today = g_strdup (self->today);
  asked->since = accord_last_seen_get (accord_workspace_get_path (self->workspace));
  accord_workspace_read_async (self->workspace, read_overview, asked, asked_free,
                               (GDestroyNotify) accord_overview_free, renew (&self->cancellable), on_read,
                               g_object_ref (self));
  if (!self->money_stale)
    return;
  self->money_stale = FALSE;
  accord_workspace_add_up_async (self->workspace, read_funds, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                                 renew (&self->adding), on_funds, g_object_ref (self));
}

static gboolean
on_settled (gpointer data)
{
  AccordOverviewPage *self = data;

  self->settle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
  return G_SOURCE_REMOVE;
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordOverviewPage *self)
{
  static const char *const money[] = { "fund", "allocation", "payment" };

  for (guint i = 0; i < G_N_ELEMENTS (money); i++)
    if (accord_change_touches_kind (
            change, accord_schema_find_kind (accord_workspace_get_schema (workspace), money[i])))
      self->money_stale = TRUE;
  if (self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
on_seen (AccordOverviewPage *self)
{
  accord_last_seen_set (accord_workspace_get_path (self->workspace), self->last_change);
  gtk_widget_child_focus (self->needs.card, GTK_DIR_TAB_FORWARD);
  refresh (self);
}

static gboolean
is_today (const char *day)
{
  g_autofree char *today = accord_today_dup ();

  return g_strcmp0 (day, today) == 0;
}

static void
accord_overview_page_map (GtkWidget *widget)
{
  AccordOverviewPage *self = ACCORD_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (accord_overview_page_parent_class)->map (widget);
  /* A window that was open overnight shows another day. */
  if (self->stale || !is_today (self->today))
    refresh (self);
  if (self->unshown)
    show_overview (self);
}

static void
accord_overview_page_dispose (GObject *object)
{
  AccordOverviewPage *self = ACCORD_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->adding);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->adding);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->overview, accord_overview_free);
  g_clear_pointer (&self->funds, g_ptr_array_unref);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_overview_page_parent_class)->dispose (object);
}

static void
accord_overview_page_class_init (AccordOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_overview_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = accord_overview_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_card (Card *card, const char *title)
{
  card->card = accord_page_card (&card->head, title);
  card->list = accord_overview_list_new (title);
  card->note_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  card->note = accord_page_label (NULL, "second-line");
  gtk_widget_set_hexpand (card->note, TRUE);
  gtk_widget_add_css_class (card->note_box, "overview-note");
  gtk_box_append (GTK_BOX (card->note_box), card->note);
  gtk_box_append (GTK_BOX (card->card), card->list);
  gtk_box_append (GTK_BOX (card->card), card->note_box);
}

static void
make_cards (AccordOverviewPage *self, AccordOverviewGrid *grid)
{
  self->figures = accord_figures_card_new ();
  make_card (&self->needs, _ ("Needs an answer"));
  make_card (&self->changes, _ ("Since you last looked"));
  make_card (&self->cases, _ ("Business cases, and who has still to endorse"));
  make_card (&self->money, _ ("Money left"));
  make_card (&self->decisions, _ ("Decisions on record"));
  self->dates = accord_timeline_card_new (_ ("What was decided and what is due"), &self->timeline);
  self->dates_note = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->dates_note, "overview-note");
  gtk_box_append (GTK_BOX (self->dates), self->dates_note);

  self->seen = accord_page_button (_ ("_Mark as seen"));
  gtk_widget_add_css_class (self->seen, "seen");
  g_signal_connect_object (self->seen, "clicked", G_CALLBACK (on_seen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->changes.head), self->seen);
  self->import = accord_page_button (_ ("_Import payments…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->import), "win.import");
  gtk_widget_set_valign (self->import, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->money.note_box), self->import);

  accord_overview_grid_append (grid, self->figures, TRUE);
  accord_overview_grid_append (grid, self->needs.card, FALSE);
  accord_overview_grid_append (grid, self->changes.card, FALSE);
  accord_overview_grid_append (grid, self->cases.card, FALSE);
  accord_overview_grid_append (grid, self->money.card, FALSE);
  accord_overview_grid_append (grid, self->decisions.card, FALSE);
  accord_overview_grid_append (grid, self->dates, TRUE);
}

static GtkWidget *
make_scrolled (AccordOverviewPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *grid = accord_overview_grid_new ();

  make_cards (self, ACCORD_OVERVIEW_GRID (grid));
  gtk_widget_add_css_class (column, "page-column");
  gtk_box_append (GTK_BOX (column), grid);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
make_content (AccordOverviewPage *self)
{
  self->skeleton = g_object_new (ACCORD_TYPE_SKELETON, "visible", FALSE, NULL);
  accord_skeleton_set_two_lines (ACCORD_SKELETON (self->skeleton), TRUE);
  gtk_widget_add_css_class (self->skeleton, "page-column");
  self->scrolled = make_scrolled (self);
  self->begin = accord_overview_begin_new (self->workspace);
  self->error = adw_status_page_new ();
  gtk_widget_add_css_class (self->error, "error-page");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->error), "accord-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->error), _ ("The overview cannot be read"));
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->skeleton);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scrolled);
  gtk_stack_add_child (GTK_STACK (self->stack), self->begin);
  gtk_stack_add_child (GTK_STACK (self->stack), self->error);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
}

static void
accord_overview_page_init (AccordOverviewPage *self)
{
}

/**
 * accord_overview_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page that says what needs the person today
 */
GtkWidget *
accord_overview_page_new (AccordWorkspace *workspace)
{
  AccordOverviewPage *self = g_object_new (ACCORD_TYPE_OVERVIEW_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->money_stale = TRUE;
  make_content (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  refresh (self);
  return GTK_WIDGET (self);
}
