/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-sheet.h"

#include "form/page-parts.h"
#include "form/side-by-side.h"
#include "form/words.h"
#include "keys/key-view.h"
#include "pack-error.h"
#include "person.h"
#include "review/home-detail.h"
#include "review/home-list.h"
#include "review/home-panes.h"
#include "review/home-words.h"
#include "review/pack-words.h"
#include "status-pill.h"
#include "thread.h"
#include "today.h"

#include <glib/gi18n-lib.h>

#define WIDTH 1100
#define HEIGHT 780
#define LIST_WIDTH 360
#define LEAST_FOOT 300
#define MOST_HEAD 260

/* What a pack would bring into the workspace, gone through by a person before anything of it is kept. */
struct _AccordHomeSheet
{
  AccordSheetWindow parent_instance;

  GtkWidget *head;
  GtkWidget *panes;
  GtkWidget *list;
  GtkWidget *detail;
  GtkWidget *back;
  GtkWidget *counts;
  GtkWidget *rest;
  GtkWidget *trust;

  AccordWorkspace *workspace;
  AccordPack *pack;
  AccordHomeModel *model;
};

G_DEFINE_FINAL_TYPE (AccordHomeSheet, accord_home_sheet, ACCORD_TYPE_SHEET_WINDOW)

enum
{
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is applied, on a thread; the sheet is at work meanwhile, so that nothing is chosen. */
typedef struct
{
  AccordHomeModel *model;
  gboolean trust;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->model);
  g_free (job);
}

static void read_home (AccordHomeSheet *self);

/* What a key signed that nobody knows may be anybody's. */
static gboolean
is_trusted (AccordHomeSheet *self)
{
  return self->trust == NULL || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->trust));
}

static void
update (AccordHomeSheet *self)
{
  guint n_taken, n_left, n_undecided;
  g_autofree char *counts = NULL;
  g_autofree char *label = NULL;

  accord_home_model_count (self->model, &n_taken, &n_left, &n_undecided);
  counts = accord_home_dup_counts (n_taken, n_left, n_undecided);
  label = n_taken > 0 ? g_strdup_printf (ngettext ("_Take %u in", "_Take %u in", n_taken), n_taken)
                      : g_strdup (_ ("_Take in"));
  gtk_label_set_label (GTK_LABEL (self->counts), counts);
  gtk_widget_set_visible (self->rest, n_undecided > 0);
  accord_sheet_window_set_accept (ACCORD_SHEET_WINDOW (self), label,
                                  n_undecided == 0 && n_taken > 0 && is_trusted (self)
                                      && !accord_workspace_get_read_only (self->workspace));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (accord_sheet_window_get_accept (ACCORD_SHEET_WINDOW (self))),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, counts, -1);
}

static void
on_chosen (AccordHomeSheet *self)
{
  accord_home_detail_show (ACCORD_HOME_DETAIL (self->detail), self->model,
                           accord_home_list_get_chosen (ACCORD_HOME_LIST (self->list)));
}

static void
on_edit (AccordHomeSheet *self)
{
  accord_home_panes_show_detail (ACCORD_HOME_PANES (self->panes), TRUE);
  gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
}

static void
on_back (AccordHomeSheet *self)
{
  accord_home_panes_show_detail (ACCORD_HOME_PANES (self->panes), FALSE);
  gtk_widget_grab_focus (self->list);
}

static void
on_folded (AccordHomeSheet *self)
{
  gtk_widget_set_visible (self->back, accord_home_panes_get_folded (ACCORD_HOME_PANES (self->panes)));
}

static void
on_all_theirs (AccordHomeSheet *self)
{
  accord_home_model_decide_rest (self->model, ACCORD_MERGE_TAKE_THEIRS);
}

static void
on_all_ours (AccordHomeSheet *self)
{
  accord_home_model_decide_rest (self->model, ACCORD_MERGE_TAKE_OURS);
}

static void
add_notice (AccordHomeSheet *self, const char *words)
{
  GtkWidget *notice = accord_page_label (words, "notice");

  gtk_widget_add_css_class (notice, "inset");
  accord_words_append (self->head, notice);
}

static void
show_trust (AccordHomeSheet *self, const char *from)
{
  g_autofree char *label = g_strdup_printf (
      _ ("I have compared these words with %s, by telephone or in person: trust this key"), from);

  accord_words_append (self->head, accord_key_view_new (accord_pack_get_signer (self->pack), NULL, NULL));
  self->trust = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->trust), accord_page_label (label, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->trust), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->trust, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  accord_words_append (self->head, self->trust);
}

static void
show_head (AccordHomeSheet *self)
{
  const AccordHomecoming *home = accord_home_model_get_home (self->model);
  const AccordPackManifest *manifest = accord_pack_get_manifest (self->pack);
  const char *words;
  const AccordStatus *status = accord_pack_trust_status (home->trust, &words);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *pill = accord_status_pill_new ();
  GtkWidget *title = accord_page_label (manifest->from->name, "review-name"), *child;
  g_autofree char *second = accord_pack_dup_line (manifest);
  g_autofree char *compare = accord_pack_dup_compare (home->trust, manifest->from->name);

  while ((child = gtk_widget_get_first_child (self->head)) != NULL)
    gtk_widget_unparent (child);
  self->trust = NULL;
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  accord_status_pill_show (ACCORD_STATUS_PILL (pill), status, words);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), pill);
  accord_words_append (self->head, line);
  accord_words_append (self->head, accord_page_label (second, "second-line"));
  accord_words_append (self->head, accord_page_label (compare != NULL ? compare : home->sentence, NULL));
  for (guint i = 0; i < home->remarks->len; i++)
    add_notice (self, home->remarks->pdata[i]);
  if (home->trust == ACCORD_TRUST_NEW)
    show_trust (self, manifest->from->name);
}

static void
show_home (AccordHomeSheet *self, AccordHomecoming *home)
{
  g_clear_object (&self->model);
  self->model = accord_home_model_new (home);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  show_head (self);
  accord_home_list_show (ACCORD_HOME_LIST (self->list), self->model);
  on_chosen (self);
  update (self);
  gtk_widget_grab_focus (self->list);
}

static void
refuse (AccordHomeSheet *self, const GError *error)
{
  const char *title = _ ("This cannot be taken in");

  if (g_error_matches (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY))
    title = _ ("Signed with another key");
  else if (g_error_matches (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_WRONG_CASE))
    title = _ ("Nothing here asked for this");
  accord_sheet_window_refuse (ACCORD_SHEET_WINDOW (self), title, error->message);
}

static void
show_known (AccordHomeSheet *self, const AccordHomecoming *home)
{
  g_autoptr (GString) words = g_string_new (_ ("Everything in this file is in the workspace already."));

  for (guint i = 0; i < home->remarks->len; i++)
    g_string_append_printf (words, "\n%s", (const char *) home->remarks->pdata[i]);
  accord_sheet_window_refuse (ACCORD_SHEET_WINDOW (self), _ ("Nothing new"), words->str);
}

static gpointer
read_plan (AccordReader *reader, gpointer data, GError **error)
{
  return accord_homecoming_read (reader, data, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordHomeSheet) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordHomecoming) home =
      accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    return;
  if (home == NULL)
    refuse (self, error);
  else if (home->known)
    show_known (self, home);
  else
    show_home (self, g_steal_pointer (&home));
}

static void
read_home (AccordHomeSheet *self)
{
  g_autoptr (AccordTask) work =
      accord_sheet_window_begin (ACCORD_SHEET_WINDOW (self), _ ("Comparing it with the workspace"), NULL);

  accord_workspace_read_async (self->workspace, read_plan, accord_pack_ref (self->pack),
                               (GDestroyNotify) accord_pack_unref, (GDestroyNotify) accord_homecoming_free,
                               accord_task_get_cancellable (work), on_read, g_object_ref (self));
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AccordHomeSheet *self = source;
  const Job *job = data;
  g_autofree char *today = accord_today_dup ();
  g_autofree char *who = accord_person_dup ();
  GError *error = NULL;
  AccordChange *change =
      accord_homecoming_apply (self->workspace, self->pack, accord_home_model_get_home (job->model),
                               job->trust, who, today, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, change, (GDestroyNotify) accord_change_unref);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordHomeSheet *self = ACCORD_HOME_SHEET (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = g_task_propagate_pointer (G_TASK (result), &error);

  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    return;
  if (g_error_matches (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_CHANGED))
    {
      /* What was chosen was chosen of something else. */
      read_home (self);
      accord_sheet_window_say (ACCORD_SHEET_WINDOW (self), error->message);
      return;
    }
  if (error != NULL)
    {
      accord_sheet_window_say (ACCORD_SHEET_WINDOW (self), error->message);
      return;
    }
  g_signal_emit (self, signals[KEPT], 0, change != NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accord_home_sheet_accept (AccordSheetWindow *sheet)
{
  AccordHomeSheet *self = ACCORD_HOME_SHEET (sheet);
  g_autoptr (AccordTask) work = accord_sheet_window_begin (sheet, _ ("Taking it in"), NULL);
  g_autoptr (GTask) task = g_task_new (self, accord_task_get_cancellable (work), on_run, NULL);
  Job *job = g_new0 (Job, 1);

  job->model = g_object_ref (self->model);
  job->trust = self->trust != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->trust));
  g_task_set_task_data (task, job, job_free);
  accord_thread_run (task, run);
}

static void
accord_home_sheet_finalize (GObject *object)
{
  AccordHomeSheet *self = ACCORD_HOME_SHEET (object);

  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->pack, accord_pack_unref);

  G_OBJECT_CLASS (accord_home_sheet_parent_class)->finalize (object);
}

static void
accord_home_sheet_class_init (AccordHomeSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_home_sheet_finalize;
  ACCORD_SHEET_WINDOW_CLASS (klass)->accept = accord_home_sheet_accept;

  /**
   * AccordHomeSheet::kept:
   * @changed: whether anything came in
   *
   * It was taken in; the sheet closes.
   */
  signals[KEPT] = g_signal_new ("kept", ACCORD_TYPE_HOME_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkWidget *
make_panes (AccordHomeSheet *self)
{
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = accord_home_list_new ();
  gtk_widget_set_size_request (self->list, LIST_WIDTH, -1);
  gtk_widget_add_css_class (self->list, "list-pane");
  self->detail = accord_home_detail_new (self->workspace);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_set_size_request (right, LIST_WIDTH, -1);
  gtk_widget_set_vexpand (self->detail, TRUE);
  self->back = accord_page_button (_ ("_All that would come in"));
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  gtk_widget_hide (self->back);
  gtk_box_append (GTK_BOX (right), self->back);
  gtk_box_append (GTK_BOX (right), self->detail);
  gtk_widget_add_css_class (right, "page");
  self->panes = accord_home_panes_new (self->list, right);
  gtk_widget_set_vexpand (self->panes, TRUE);
  g_signal_connect_object (self->panes, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "edit", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
  return self->panes;
}

static GtkWidget *
make_foot (AccordHomeSheet *self)
{
  GtkWidget *foot = accord_side_by_side_new (LEAST_FOOT, 9);
  GtkWidget *theirs = accord_page_button (_ ("All _theirs for the rest"));
  GtkWidget *ours = accord_page_button (_ ("All _ours for the rest"));

  self->counts = accord_page_label (NULL, "review-counts");
  gtk_widget_add_css_class (foot, "review-foot");
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (foot), self->counts);
  self->rest = accord_side_by_side_new (LEAST_FOOT / 2, 9);
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (self->rest), ours);
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (self->rest), theirs);
  gtk_widget_hide (self->rest);
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (foot), self->rest);
  g_signal_connect_object (theirs, "clicked", G_CALLBACK (on_all_theirs), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ours, "clicked", G_CALLBACK (on_all_ours), self, G_CONNECT_SWAPPED);
  return foot;
}

/* Large letters and many remarks leave room for what they are about; else the head is as high as its words,
 * which a scrolled window takes to stand in one line. */
static void
measure_head (GtkWidget *top, GtkOrientation orientation, int for_size, int *minimum, int *natural,
              int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *scrolled = gtk_widget_get_first_child (top);
  GtkWidget *head =
      gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))));

  /* All between are asked too: who is never asked does not pass on that what is in it grew. */
  gtk_widget_measure (scrolled, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (head, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MIN (*natural, MOST_HEAD);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *top)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate_head (GtkWidget *top, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (top), width, height, baseline, NULL);
}

static void
accord_home_sheet_init (AccordHomeSheet *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * accord_home_sheet_new:
 * @parent: (nullable): the window that asks
 * @workspace: where it would be taken in
 * @pack: a pack
 *
 * Begins to compare @pack with @workspace at once.
 *
 * Returns: (transfer none): a window that shows what taking the pack in would do; GTK owns it
 */
GtkWidget *
accord_home_sheet_new (GtkWindow *parent, AccordWorkspace *workspace, AccordPack *pack)
{
  AccordHomeSheet *self = g_object_new (ACCORD_TYPE_HOME_SHEET, "transient-for", parent, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->workspace = g_object_ref (workspace);
  self->pack = accord_pack_ref (pack);
  gtk_window_set_title (GTK_WINDOW (self), accord_pack_get_manifest (pack)->case_name);
  self->head = accord_words_new (6);
  gtk_widget_add_css_class (self->head, "review-head");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->head);
  gtk_box_append (GTK_BOX (top), scrolled);
  gtk_widget_set_layout_manager (top, gtk_custom_layout_new (get_request_mode, measure_head, allocate_head));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), make_panes (self));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  accord_sheet_window_set_content (ACCORD_SHEET_WINDOW (self), box);
  read_home (self);
  return GTK_WIDGET (self);
}
