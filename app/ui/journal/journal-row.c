/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/journal-row.h"

#include "form/go-back.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"
#include "journal/journal-day.h"
#include "journal/journal-lines.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

/* More than these are counted, not listed. */
#define MOST_LINES 40

/* One change: what it was called, and when a person opens it, what it did to each record. */
struct _AccordJournalRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *arrow;
  GtkWidget *revealer;
  GtkWidget *lines;

  AccordWorkspace *workspace;
  gint64 change;
  gint64 n_records;
  GCancellable *reading;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (AccordJournalRow, accord_journal_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
on_link (GtkWidget *label, const char *uri, const AccordHistoryLine *line)
{
  accord_go_to_record (label, line->kind->name, line->record);
  return TRUE;
}

static void
release_line (gpointer line, GClosure *closure)
{
  accord_history_line_free (line);
}

static GtkWidget *
make_title (const AccordJournalLine *entry)
{
  g_autofree char *markup = g_markup_printf_escaped ("<a href=\"record\">%s</a>", entry->title);
  GtkWidget *title = accord_page_label (NULL, "first-line");
  AccordHistoryLine *line = g_new0 (AccordHistoryLine, 1);

  line->kind = entry->line->kind;
  line->record = entry->line->record;
  line->changes = g_ptr_array_new ();
  gtk_label_set_markup (GTK_LABEL (title), markup);
  g_signal_connect_data (title, "activate-link", G_CALLBACK (on_link), line, release_line, 0);
  return title;
}

static GtkWidget *
make_line (AccordJournalRow *self, const AccordJournalLine *entry)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = accord_words_new (1);

  gtk_widget_set_hexpand (words, TRUE);
  accord_words_append (words, make_title (entry));
  accord_words_append (words, accord_page_label (entry->line->heading, "second-line"));
  for (guint i = 0; i < entry->line->changes->len; i++)
    accord_words_append (words, accord_page_label (entry->line->changes->pdata[i], "second-line"));
  gtk_box_append (GTK_BOX (row), words);
  if (entry->back && !accord_workspace_get_read_only (self->workspace))
    {
      GtkWidget *way = accord_go_back_new (self->workspace, entry->line);

      gtk_widget_set_valign (way, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), way);
    }
  return row;
}

static gpointer
read_lines (AccordReader *reader, gpointer data, GError **error)
{
  return accord_journal_lines (reader, *(gint64 *) data, MOST_LINES, error);
}

static void
on_lines (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordJournalRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->revealer == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  accord_page_empty_box (self->lines);
  if (lines == NULL)
    {
      gtk_box_append (GTK_BOX (self->lines), accord_page_label (error->message, "refusal"));
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (GTK_BOX (self->lines), make_line (self, lines->pdata[i]));
  if (self->n_records > lines->len)
    {
      /* Translators: how many more records a change touched than those listed. */
      g_autofree char *more = g_strdup_printf (_ ("and %" PRId64 " more"), self->n_records - lines->len);

      gtk_box_append (GTK_BOX (self->lines), accord_page_label (more, "second-line"));
    }
}

static void
fill (AccordJournalRow *self)
{
  self->filled = TRUE;
  self->reading = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, read_lines, g_memdup2 (&self->change, sizeof self->change),
                               g_free, (GDestroyNotify) g_ptr_array_unref, self->reading, on_lines,
                               g_object_ref (self));
}

static void
accord_journal_row_dispose (GObject *object)
{
  AccordJournalRow *self = ACCORD_JOURNAL_ROW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->revealer = NULL;
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_journal_row_parent_class)->dispose (object);
}

static void
accord_journal_row_class_init (AccordJournalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_journal_row_dispose;
}

static void
accord_journal_row_init (AccordJournalRow *self)
{
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->lines, "journal-lines");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->lines);
}

static GtkWidget *
make_head (AccordJournalRow *self, const AccordPastChange *change, const char *summary)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = accord_words_new (1);

  gtk_widget_set_hexpand (words, TRUE);
  accord_words_append (words, accord_page_label (change->label, "first-line"));
  accord_words_append (words, accord_page_label (summary, "second-line"));
  gtk_box_append (GTK_BOX (head), words);
  if (change->undone)
    {
      GtkWidget *undone = accord_page_label (_ ("Undone"), "undone");

      gtk_label_set_wrap (GTK_LABEL (undone), FALSE);
      gtk_widget_set_valign (undone, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (head), undone);
    }
  gtk_widget_set_valign (self->arrow, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), self->arrow);
  return head;
}

/**
 * accord_journal_row_new:
 * @workspace: where records are kept
 * @change: a change
 *
 * Returns: (transfer floating): a row about it, closed
 */
GtkWidget *
accord_journal_row_new (AccordWorkspace *workspace, const AccordPastChange *change)
{
  AccordJournalRow *self = g_object_new (ACCORD_TYPE_JOURNAL_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *summary = accord_journal_dup_summary (change);
  g_autofree char *name = g_strdup_printf ("%s, %s%s%s", change->label, summary, change->undone ? ", " : "",
                                           change->undone ? _ ("Undone") : "");

  self->workspace = g_object_ref (workspace);
  self->change = change->id;
  self->n_records = change->n_records;
  gtk_box_append (GTK_BOX (box), make_head (self, change, summary));
  gtk_box_append (GTK_BOX (box), self->revealer);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), change->n_records > 0);
  gtk_widget_set_visible (self->arrow, change->n_records > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  return GTK_WIDGET (self);
}

/**
 * accord_journal_row_toggle:
 * @self: a row
 *
 * Opens the row, or closes it.
 */
void
accord_journal_row_toggle (AccordJournalRow *self)
{
  gboolean open;

  g_return_if_fail (ACCORD_IS_JOURNAL_ROW (self));

  open = !gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
  if (open && !self->filled)
    fill (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}
