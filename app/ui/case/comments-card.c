/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/comments-card.h"

#include "comments-export.h"
#include "compat.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

/* So many are named one by one; the report has them all. */
#define MOST 24
#define FEW_CHARS 24

/* What partners said of a case, or one of them in a review, and the way to paper. */
struct _AccordCommentsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *paper;
  GtkWidget *workbook;
  GtkWidget *count;
  GtkWidget *rows;
  GtkWidget *note;

  AccordWorkspace *workspace;
  GCancellable *writing;
  GFile *file;
  gboolean of_review;
  gint64 record;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordCommentsCard, accord_comments_card, GTK_TYPE_WIDGET)

/* --- On paper. */

static void
say (AccordCommentsCard *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->note), words != NULL ? words : "");
  gtk_widget_set_visible (self->note, words != NULL);
  gtk_widget_set_sensitive (self->paper, self->writing == NULL);
  gtk_widget_set_sensitive (self->workbook, self->writing == NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordCommentsCard) self = data;
  g_autoptr (GError) error = NULL;
  gboolean written = accord_comments_export_write_finish (ACCORD_WORKSPACE (source), result, &error);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: the name of a file */
  g_autofree char *words = g_strdup_printf (_ ("Saved as “%s”"), shown);

  g_clear_object (&self->writing);
  if (self->card != NULL)
    say (self, written ? words : error->message);
}

/**
 * accord_comments_card_write:
 * @self: a card
 * @file: where to: .pdf, or .xlsx for the comments of all
 *
 * Writes what is kept, and says what became of it.
 */
void
accord_comments_card_write (AccordCommentsCard *self, GFile *file)
{
  g_return_if_fail (ACCORD_IS_COMMENTS_CARD (self));

  if (self->writing != NULL)
    return;
  self->writing = g_cancellable_new ();
  g_set_object (&self->file, file);
  say (self, _ ("Saving…"));
  accord_comments_export_write_async (self->workspace, self->of_review ? "review" : "case", self->record,
                                      file, self->writing, on_written, g_object_ref (self));
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordCommentsCard) self = data;
  g_autoptr (GFile) file = accord_choose_file_finish (result, NULL);

  if (file != NULL && self->card != NULL)
    accord_comments_card_write (self, file);
}

static void
ask (AccordCommentsCard *self, const char *title, const char *name, const char *filter, const char *pattern)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const AccordFileRequest request = { ACCORD_FILE_SAVE, title, _ ("_Save"), name, filter, pattern };

  accord_choose_files_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &request, NULL, on_named,
                             g_object_ref (self));
}

static void
on_paper (AccordCommentsCard *self)
{
  g_autofree char *name =
      g_strconcat (self->of_review ? _ ("Our answer") : _ ("What partners said"), ".pdf", NULL);

  ask (self, self->of_review ? _ ("Save the letter") : _ ("Save the report"), name, _ ("PDF documents"),
       "*.pdf");
}

static void
on_workbook (AccordCommentsCard *self)
{
  g_autofree char *name = g_strconcat (_ ("What partners said"), ".xlsx", NULL);

  ask (self, _ ("Save the workbook"), name, _ ("Workbooks"), "*.xlsx");
}

/* --- The rows. */

static void
on_open (GtkWidget *button, AccordCommentsCard *self)
{
  accord_go_to_record (GTK_WIDGET (self), "comment",
                       *(const gint64 *) g_object_get_data (G_OBJECT (button), "accord-id"));
}

static const char *
choice_label (AccordRecord *record, const char *field)
{
  const AccordField *described = accord_kind_get_field (accord_record_get_kind (record), field);
  const char *label = accord_field_choice_label (described, accord_record_get_text (record, field));

  return label != NULL ? _ (label) : _ ("not known");
}

static GtkWidget *
make_pill (AccordRecord *record)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (record), "state");
  GtkWidget *pill = accord_status_pill_new ();

  accord_status_pill_show (ACCORD_STATUS_PILL (pill),
                           accord_status_find (field, accord_record_get_text (record, "state")),
                           choice_label (record, "state"));
  accord_status_pill_keep_whole (ACCORD_STATUS_PILL (pill));
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  return pill;
}

/* Who said it, of what sort it is, where, and how many replies it has. */
static char *
dup_second (AccordCommentsCard *self, const AccordCommentThread *thread)
{
  g_autofree char *replies =
      thread->replies->len > 0
          ? g_strdup_printf (ngettext ("%u reply", "%u replies", thread->replies->len), thread->replies->len)
          : NULL;
  GString *words = g_string_new (NULL);

  if (!self->of_review)
    g_string_append_printf (words, "%s · ", accord_comments_export_get_who (thread));
  g_string_append_printf (words, "%s · %s", choice_label (thread->record, "sort"), thread->place);
  if (replies != NULL)
    g_string_append_printf (words, " · %s", replies);
  return g_string_free (words, FALSE);
}

static GtkWidget *
make_row (AccordCommentsCard *self, const AccordCommentThread *thread)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = accord_words_new (2);
  const gint64 id = accord_record_get_id (thread->record);
  const char *text = accord_record_get_text (thread->record, "text");
  g_autofree char *second = dup_second (self, thread);
  g_autofree char *name =
      g_strdup_printf ("%s, %s, %s", text, second, choice_label (thread->record, "state"));
  GtkWidget *labels[] = { accord_page_label (text, NULL), accord_page_label (second, "second-line") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_max_width_chars (GTK_LABEL (labels[i]), FEW_CHARS);
      accord_words_append (lines, labels[i]);
    }
  gtk_label_set_lines (GTK_LABEL (labels[0]), 4);
  gtk_label_set_ellipsize (GTK_LABEL (labels[0]), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "card-line");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), make_pill (thread->record));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open), self, 0);
  return button;
}

static void
add_rest (AccordCommentsCard *self, guint rest)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("and %u more, in the report", "and %u more, in the report", rest), rest);
  GtkWidget *label = accord_page_label (words, "second-line");

  gtk_widget_add_css_class (label, "card-note");
  gtk_box_append (GTK_BOX (self->rows), label);
}

/* --- The card. */

static void
accord_comments_card_dispose (GObject *object)
{
  AccordCommentsCard *self = ACCORD_COMMENTS_CARD (object);

  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_comments_card_parent_class)->dispose (object);
}

static void
accord_comments_card_finalize (GObject *object)
{
  AccordCommentsCard *self = ACCORD_COMMENTS_CARD (object);

  g_clear_object (&self->writing);
  g_clear_object (&self->file);
  g_free (self->shown);

  G_OBJECT_CLASS (accord_comments_card_parent_class)->finalize (object);
}

static void
accord_comments_card_class_init (AccordCommentsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_comments_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_comments_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_comments_card_init (AccordCommentsCard *self)
{
}

static GtkWidget *
add_button (AccordCommentsCard *self, GtkWidget *head, const char *label, GCallback callback)
{
  GtkWidget *button = accord_page_button (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), button);
  return button;
}

/**
 * accord_comments_card_new:
 * @workspace: where records are kept
 * @of_review: whether it is on the page of one review, or else on that of a case
 *
 * Returns: (transfer floating): a card without comments
 */
GtkWidget *
accord_comments_card_new (AccordWorkspace *workspace, gboolean of_review)
{
  AccordCommentsCard *self = g_object_new (ACCORD_TYPE_COMMENTS_CARD, NULL);
  GtkWidget *head;

  self->workspace = g_object_ref (workspace);
  self->of_review = of_review;
  self->card = accord_page_card (&head, of_review ? _ ("What they said") : _ ("What partners said"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->paper =
      add_button (self, head, of_review ? _ ("Response _letter…") : _ ("_Report…"), G_CALLBACK (on_paper));
  self->workbook = add_button (self, head, _ ("_Workbook…"), G_CALLBACK (on_workbook));
  gtk_widget_set_visible (self->workbook, !of_review);
  self->count = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->count, "card-note");
  self->note = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->note, "card-note");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card-lines");
  gtk_box_append (GTK_BOX (self->card), self->count);
  gtk_box_append (GTK_BOX (self->card), self->note);
  gtk_box_append (GTK_BOX (self->card), self->rows);
  say (self, NULL);
  return GTK_WIDGET (self);
}

/* What the rows say, so that they are made anew only where that is something else. */
static char *
dup_state (const AccordComments *comments, gint64 record)
{
  GString *state = g_string_new (NULL);

  g_string_printf (state, "%" G_GINT64_FORMAT "\n", record);
  for (guint i = 0; i < comments->threads->len; i++)
    {
      const AccordCommentThread *thread = comments->threads->pdata[i];

      g_string_append_printf (state, "%" G_GINT64_FORMAT " %s %u %s %s\n",
                              accord_record_get_id (thread->record),
                              accord_record_get_modified (thread->record), thread->replies->len,
                              thread->place, thread->who != NULL ? thread->who : "");
    }
  return g_string_free (state, FALSE);
}

/**
 * accord_comments_card_show:
 * @self: a card
 * @comments: what was said
 * @record: the case or the review
 *
 * Shows it.
 */
void
accord_comments_card_show (AccordCommentsCard *self, const AccordComments *comments, gint64 record)
{
  g_autofree char *state = dup_state (comments, record), *count = accord_comments_dup_count (comments);
  g_autofree char *sentence = accord_sentence_case (count);
  const guint n = comments->threads->len;

  g_return_if_fail (ACCORD_IS_COMMENTS_CARD (self));

  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  if (self->record != record)
    say (self, NULL);
  self->record = record;
  gtk_label_set_label (GTK_LABEL (self->count), sentence);
  accord_page_empty_box (self->rows);
  for (guint i = 0; i < MIN (n, MOST); i++)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, comments->threads->pdata[i]));
  if (n > MOST)
    add_rest (self, n - MOST);
}
