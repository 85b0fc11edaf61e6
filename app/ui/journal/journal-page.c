/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/journal-page.h"

#include "form/page-parts.h"
#include "journal/journal-day.h"
#include "journal/journal-row.h"
#include "today.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 900
#define AT_ONCE 100
/* While somebody types, or an import tells of itself, one reading is enough. */
#define SETTLE_MS 150

/* Everything that was done in a workspace, day by day, the newest first. */
struct _AccordJournalPage
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *search;
  GtkWidget *days;
  GtkWidget *older;
  GtkWidget *nothing;

  AccordWorkspace *workspace;
  GCancellable *reading;
  GtkWidget *day_rows;
  char *day;
  gint64 oldest;
  guint settle;
};

G_DEFINE_FINAL_TYPE (AccordJournalPage, accord_journal_page, GTK_TYPE_WIDGET)

typedef struct
{
  char *search;
  gint64 before;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->search);
  g_free (wanted);
}

static gpointer
read_changes (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;

  return accord_reader_changes (reader, wanted->search, wanted->before, AT_ONCE, error);
}

static void
on_row (GtkListBox *rows, GtkListBoxRow *row)
{
  accord_journal_row_toggle (ACCORD_JOURNAL_ROW (row));
}

static void
begin_day (AccordJournalPage *self, const char *day)
{
  g_autofree char *today = accord_today_dup ();
  g_autofree char *words = accord_journal_dup_day_words (day, today);
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, words);

  self->day_rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->day_rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->day_rows, "card-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_rows), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (self->day_rows, "row-activated", G_CALLBACK (on_row), NULL);
  gtk_box_append (GTK_BOX (card), self->day_rows);
  gtk_box_append (GTK_BOX (self->days), card);
  g_free (self->day);
  self->day = g_strdup (day);
}

static void
add_change (AccordJournalPage *self, const AccordPastChange *change)
{
  g_autofree char *day = accord_journal_dup_day (change->at);

  if (g_strcmp0 (day, self->day) != 0)
    begin_day (self, day);
  gtk_list_box_append (GTK_LIST_BOX (self->day_rows), accord_journal_row_new (self->workspace, change));
  self->oldest = change->id;
}

static void
clear_days (AccordJournalPage *self)
{
  accord_page_empty_box (self->days);
  g_clear_pointer (&self->day, g_free);
  self->day_rows = NULL;
}

static const char *
search_words (AccordJournalPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
say_nothing (AccordJournalPage *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->nothing), words != NULL ? words : "");
  gtk_widget_set_visible (self->nothing, words != NULL);
}

static void
show_changes (AccordJournalPage *self, GPtrArray *changes)
{
  gboolean first = self->oldest == 0;

  if (first)
    clear_days (self);
  for (guint i = 0; i < changes->len; i++)
    add_change (self, changes->pdata[i]);
  gtk_widget_set_visible (self->older, changes->len == AT_ONCE);
  if (!first || changes->len > 0)
    say_nothing (self, NULL);
  else
    say_nothing (self, *search_words (self) != '\0' ? _ ("No change holds these words.")
                                                    : _ ("Nothing has been changed here yet."));
}

static void
on_changes (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->scrolled == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (changes != NULL)
    show_changes (self, changes);
  else
    say_nothing (self, error->message);
}

static void
read_more (AccordJournalPage *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  wanted->search = g_strdup (search_words (self));
  wanted->before = self->oldest;
  accord_workspace_read_async (self->workspace, read_changes, wanted, wanted_free,
                               (GDestroyNotify) g_ptr_array_unref, self->reading, on_changes,
                               g_object_ref (self));
}

static gboolean
on_settled (gpointer data)
{
  AccordJournalPage *self = data;

  self->settle = 0;
  self->oldest = 0;
  read_more (self);
  return G_SOURCE_REMOVE;
}

static void
settle (AccordJournalPage *self)
{
  if (self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
accord_journal_page_dispose (GObject *object)
{
  AccordJournalPage *self = ACCORD_JOURNAL_PAGE (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->day, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_journal_page_parent_class)->dispose (object);
}

static void
accord_journal_page_class_init (AccordJournalPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_journal_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_head (AccordJournalPage *self, GtkWidget *column)
{
  GtkWidget *title = accord_page_label (_ ("Changes"), "page-title");

  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (
      GTK_BOX (column),
      accord_page_label (_ ("Everything that was done in this workspace, and a way back."), "subtitle"));
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search the changes"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the changes"), -1);
  gtk_widget_set_margin_top (self->search, 12);
  gtk_box_append (GTK_BOX (column), self->search);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
}

static void
accord_journal_page_init (AccordJournalPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (column, "page-column");
  add_head (self, head);
  gtk_box_append (GTK_BOX (column), head);
  self->days = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (column), self->days);
  self->nothing = accord_page_label (NULL, "subtitle");
  gtk_widget_hide (self->nothing);
  gtk_box_append (GTK_BOX (column), self->nothing);
  self->older = accord_page_button (_ ("Show _older changes"));
  gtk_widget_set_halign (self->older, GTK_ALIGN_CENTER);
  gtk_widget_hide (self->older);
  g_signal_connect_object (self->older, "clicked", G_CALLBACK (read_more), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), self->older);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_add_css_class (self->scrolled, "page");
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * accord_journal_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page that lists what was done in @workspace and follows what is done there
 */
GtkWidget *
accord_journal_page_new (AccordWorkspace *workspace)
{
  AccordJournalPage *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_JOURNAL_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
  read_more (self);
  return GTK_WIDGET (self);
}
