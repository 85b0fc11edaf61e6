/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/refresh-dialog.h"

#include "date.h"
#include "form/page-parts.h"
#include "form/record-titles.h"
#include "form/reference-search.h"
#include "form/words.h"
#include "shell/task.h"

#include <glib/gi18n-lib.h>

#define WIDTH 620
#define HEIGHT 440
#define MOST_FAILURES 50

/* Asks a council's site for the meetings of its committees: of which council, between which days, and then
 * how far it is and what came of it. */
struct _AccordRefreshDialog
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  GtkWidget *start;
  GtkWidget *close;
  GtkWidget *council;
  GtkWidget *from;
  GtkWidget *until;
  GtkWidget *all;
  GtkWidget *wrong;
  GtkWidget *working;
  GtkWidget *progress;
  GtkWidget *done;
  GtkWidget *failures;

  AccordWorkspace *workspace;
  gint64 organisation;
  AccordTask *task;
};

G_DEFINE_FINAL_TYPE (AccordRefreshDialog, accord_refresh_dialog, ADW_TYPE_WINDOW)

static void
say_wrong (AccordRefreshDialog *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->wrong), words != NULL ? words : "");
  gtk_widget_set_visible (self->wrong, words != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
update (AccordRefreshDialog *self)
{
  gboolean busy = self->task != NULL && !accord_task_get_finished (self->task);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "refresh.start",
                                 !busy && self->organisation != ACCORD_UNKNOWN);
  gtk_button_set_label (GTK_BUTTON (self->close), busy ? _ ("Stop") : _ ("Close"));
}

static void
on_fraction (AccordTask *task, GParamSpec *pspec, AccordRefreshDialog *self)
{
  if (accord_task_get_fraction (task) < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), accord_task_get_fraction (task));
}

static void
add_failure (AccordRefreshDialog *self, const AccordRefreshFailure *failure)
{
  GtkWidget *line = accord_words_new (1);

  accord_words_append (line, accord_page_label (failure->what, "first-line"));
  accord_words_append (line, accord_page_label (failure->reason, "second-line"));
  accord_words_append (self->failures, line);
}

static void
show_result (AccordRefreshDialog *self, const AccordRefreshResult *result)
{
  g_autofree char *words = accord_refresh_dup_words (result);

  gtk_label_set_label (GTK_LABEL (self->done), words);
  for (guint i = 0; i < MIN (result->failures->len, MOST_FAILURES); i++)
    add_failure (self, result->failures->pdata[i]);
  gtk_widget_set_visible (self->failures, result->failures->len > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "done");
  gtk_widget_grab_focus (self->close);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
on_refreshed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordRefreshDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRefreshResult) did =
      accord_committee_refresh_finish (ACCORD_WORKSPACE (source), result, &error);

  accord_task_finish (self->task);
  if (self->workspace == NULL)
    return;
  if (did != NULL)
    show_result (self, did);
  else
    {
      say_wrong (self, error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "ask");
    }
  update (self);
}

/* A day that is left open is for the refresh to choose. */
static gboolean
read_day (AccordRefreshDialog *self, GtkWidget *entry, char **iso)
{
  g_autoptr (GError) error = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (*text == '\0' || accord_date_parse (text, iso, &error))
    return TRUE;
  say_wrong (self, error->message);
  gtk_widget_grab_focus (entry);
  return FALSE;
}

static void
start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRefreshDialog *self = ACCORD_REFRESH_DIALOG (widget);
  g_autoptr (AccordFetcher) fetcher = accord_fetcher_new ();
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  AccordRefreshOptions options = { 0 };

  say_wrong (self, NULL);
  if (!read_day (self, self->from, &from) || !read_day (self, self->until, &until))
    return;
  options.from = from;
  options.until = until;
  options.all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all));
  g_clear_object (&self->task);
  self->task = accord_task_new (_ ("Asking the council’s site"));
  g_signal_connect_object (self->task, "notify::fraction", G_CALLBACK (on_fraction), self, 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "working");
  update (self);
  accord_committee_refresh_async (self->workspace, fetcher, self->organisation, &options, accord_task_report,
                                  self->task, accord_task_get_cancellable (self->task), on_refreshed,
                                  g_object_ref (self));
}

static void
on_council_typed (AccordRefreshDialog *self)
{
  self->organisation = ACCORD_UNKNOWN;
  update (self);
}

static void
on_council (AccordRefreshDialog *self, gint64 id)
{
  self->organisation = id;
  update (self);
}

/* While it runs, closing stops it; what was kept stays. */
static gboolean
accord_refresh_dialog_close_request (GtkWindow *window)
{
  AccordRefreshDialog *self = ACCORD_REFRESH_DIALOG (window);

  if (self->task != NULL && !accord_task_get_finished (self->task))
    {
      accord_task_cancel (self->task);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (accord_refresh_dialog_parent_class)->close_request (window);
}

static void
accord_refresh_dialog_dispose (GObject *object)
{
  AccordRefreshDialog *self = ACCORD_REFRESH_DIALOG (object);

  if (self->task != NULL)
    accord_task_cancel (self->task);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_refresh_dialog_parent_class)->dispose (object);
}

static void
accord_refresh_dialog_finalize (GObject *object)
{
  g_clear_object (&ACCORD_REFRESH_DIALOG (object)->task);

  G_OBJECT_CLASS (accord_refresh_dialog_parent_class)->finalize (object);
}

static void
accord_refresh_dialog_class_init (AccordRefreshDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_refresh_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_refresh_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = accord_refresh_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "refresh.start", NULL, start_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_field (const char *label, GtkWidget *control, GtkWidget *entry, const char *hint)
{
  GtkWidget *field = accord_words_new (3);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  gtk_widget_set_hexpand (field, TRUE);
  accord_words_append (field, accord_page_label (label, "caption-line"));
  accord_words_append (field, control);
  accord_words_append (field, accord_page_label (hint, "second-line"));
  return field;
}

static GtkWidget *
make_ask (AccordRefreshDialog *self)
{
  const char *all = _ ("All committees of the site, not only those that are kept here");
  GtkWidget *column = accord_words_new (18);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->council = accord_reference_search_new (
      self->workspace,
      accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "organisation"));
  g_signal_connect_object (self->council, "changed", G_CALLBACK (on_council_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->council, "chosen", G_CALLBACK (on_council), self, G_CONNECT_SWAPPED);
  self->from = gtk_entry_new ();
  self->until = gtk_entry_new ();
  gtk_box_set_homogeneous (GTK_BOX (days), TRUE);
  gtk_box_append (GTK_BOX (days),
                  make_field (_ ("From"), self->from, self->from, _ ("A year ago unless said")));
  gtk_box_append (GTK_BOX (days),
                  make_field (_ ("Until"), self->until, self->until, _ ("Half a year from now unless said")));
  self->all = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->all), accord_page_label (all, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  self->wrong = accord_page_label (NULL, "field-error");
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_widget_add_css_class (column, "page-column");
  gtk_widget_add_css_class (column, "text-editor");
  accord_words_append (
      column, make_field (_ ("Council"), self->council,
                          accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (self->council)),
                          _ ("Its committee website is on its page, under “Facts and source”.")));
  accord_words_append (column, days);
  accord_words_append (column, self->all);
  accord_words_append (column, self->wrong);
  return column;
}

static void
make_working (AccordRefreshDialog *self)
{
  self->working = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->working), "accord-import-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->working), _ ("Asking the council’s site"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->working),
                                   _ ("One page after the other, with a pause between them."));
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_halign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->progress, 280, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How much is fetched"), -1);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->working), self->progress);
}

static GtkWidget *
make_done (AccordRefreshDialog *self)
{
  GtkWidget *column = accord_words_new (18);

  self->done = accord_page_label (NULL, "section-title");
  self->failures = accord_words_new (9);
  gtk_widget_add_css_class (column, "page-column");
  accord_words_append (column, self->done);
  accord_words_append (column, self->failures);
  return column;
}

static GtkWidget *
make_header (AccordRefreshDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->close = gtk_button_new_with_label (_ ("Close"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close), "window.close");
  self->start = accord_page_button (_ ("_Refresh"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->start), "refresh.start");
  gtk_widget_add_css_class (self->start, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->close);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->start);
  return header;
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return scrolled;
}

static void
build (AccordRefreshDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), make_header (self));
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  make_working (self);
  gtk_stack_add_named (GTK_STACK (self->stack), make_scrolled (make_ask (self)), "ask");
  gtk_stack_add_named (GTK_STACK (self->stack), self->working, "working");
  gtk_stack_add_named (GTK_STACK (self->stack), make_scrolled (make_done (self)), "done");
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
accord_refresh_dialog_init (AccordRefreshDialog *self)
{
  self->organisation = ACCORD_UNKNOWN;
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

static void
on_title (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordRefreshDialog) self = data;
  g_autoptr (GPtrArray) titles = accord_record_titles_read_finish (ACCORD_WORKSPACE (source), result, NULL);

  if (titles != NULL && self->workspace != NULL && self->organisation != ACCORD_UNKNOWN)
    accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (self->council), titles->pdata[0]);
}

/**
 * accord_refresh_dialog_new:
 * @workspace: where the meetings are kept
 * @organisation: the council, or %ACCORD_UNKNOWN for a person to choose
 *
 * Returns: (transfer floating): a window that asks a council's site for meetings; the caller says whose it is
 *   and presents it
 */
GtkWidget *
accord_refresh_dialog_new (AccordWorkspace *workspace, gint64 organisation)
{
  AccordRefreshDialog *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_REFRESH_DIALOG, "title", _ ("Refresh from the council’s site"), NULL);
  self->workspace = g_object_ref (workspace);
  build (self);
  self->organisation = organisation;
  if (organisation != ACCORD_UNKNOWN)
    accord_record_titles_read_async (
        workspace, accord_schema_find_kind (accord_workspace_get_schema (workspace), "organisation"),
        &self->organisation, 1, NULL, on_title, g_object_ref (self));
  update (self);
  return GTK_WIDGET (self);
}
