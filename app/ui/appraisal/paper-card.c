/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/paper-card.h"

#include "appraisal-export.h"
#include "compat.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* The appraisal on its way out: as a paper for a board, or as a workbook; and what became of it. */
struct _AccordPaperCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *paper;
  GtkWidget *workbook;
  GtkWidget *stop;
  GtkWidget *note;
  AccordAppraisalWork *work;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordPaperCard, accord_paper_card, GTK_TYPE_WIDGET)

static void
say (AccordPaperCard *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->note), words);
  gtk_widget_set_visible (self->note, words != NULL);
}

static void
update (AccordPaperCard *self)
{
  const gboolean ready = self->cancellable == NULL && accord_appraisal_work_get_cba (self->work) != NULL;

  gtk_widget_set_sensitive (self->paper, ready);
  gtk_widget_set_sensitive (self->workbook, ready);
  gtk_widget_set_visible (self->stop, self->cancellable != NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordPaperCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  GFile *file = g_object_get_data (G_OBJECT (self->cancellable), "file");
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  if (accord_appraisal_export_write_finish (ACCORD_WORKSPACE (source), result, &error))
    /* Translators: the name of a file */
    words = g_strdup_printf (_ ("Saved as “%s”"), shown);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    words = g_strdup (_ ("Stopped: nothing was saved."));
  g_clear_object (&self->cancellable);
  if (self->card == NULL)
    return;
  say (self, words != NULL ? words : error->message);
  update (self);
}

/**
 * accord_paper_card_write:
 * @self: a card
 * @file: where to: .pdf or .xlsx
 *
 * Writes the appraisal as it is kept, of the option that is shown, and says what became of it.
 */
void
accord_paper_card_write (AccordPaperCard *self, GFile *file)
{
  const AccordAppraisalFile *appraisal = accord_appraisal_work_get_file (self->work);
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);
  const guint option = accord_appraisal_work_get_option (self->work);

  g_return_if_fail (ACCORD_IS_PAPER_CARD (self));

  if (self->cancellable != NULL || appraisal == NULL || cba == NULL || option >= cba->options->len)
    return;
  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self->cancellable), "file", g_object_ref (file), g_object_unref);
  say (self, _ ("Saving…"));
  update (self);
  accord_appraisal_export_write_async (accord_appraisal_work_get_workspace (self->work),
                                       accord_record_get_id (appraisal->business_case),
                                       ((const AccordCbaOption *) cba->options->pdata[option])->uid, NULL,
                                       file, NULL, NULL, self->cancellable, on_written, g_object_ref (self));
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordPaperCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);

  if (file != NULL && self->card != NULL)
    accord_paper_card_write (self, file);
}

static void
ask (AccordPaperCard *self, const char *ending, const char *filter, const char *pattern)
{
  const AccordAppraisalFile *appraisal = accord_appraisal_work_get_file (self->work);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *title =
      appraisal != NULL ? accord_record_dup_title (appraisal->business_case) : g_strdup (_ ("Appraisal"));
  g_autofree char *safe = g_strdelimit (g_strndup (title, 120), "/", '-');
  g_autofree char *whole = g_utf8_make_valid (safe, -1);
  g_autofree char *name = g_strconcat (whole, ending, NULL);
  const AccordFileRequest request = { ACCORD_FILE_SAVE, _ ("Export the appraisal"), _ ("_Save"), name, filter,
                                      pattern };

  accord_choose_files_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &request, NULL, on_named,
                             g_object_ref (self));
}

static void
on_paper (AccordPaperCard *self)
{
  ask (self, ".pdf", _ ("PDF documents"), "*.pdf");
}

static void
on_workbook (AccordPaperCard *self)
{
  ask (self, ".xlsx", _ ("Workbooks"), "*.xlsx");
}

static void
on_stop (AccordPaperCard *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
accord_paper_card_dispose (GObject *object)
{
  AccordPaperCard *self = ACCORD_PAPER_CARD (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_paper_card_parent_class)->dispose (object);
}

static void
accord_paper_card_class_init (AccordPaperCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_paper_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_paper_card_init (AccordPaperCard *self)
{
}

static GtkWidget *
add_button (AccordPaperCard *self, GtkWidget *head, const char *label, GCallback callback)
{
  GtkWidget *button = accord_page_button (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "report-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), button);
  return button;
}

/**
 * accord_paper_card_new:
 * @work: the appraisal that is worked on
 *
 * Returns: (transfer floating): a card that lets it out
 */
GtkWidget *
accord_paper_card_new (AccordAppraisalWork *work)
{
  AccordPaperCard *self = g_object_new (ACCORD_TYPE_PAPER_CARD, NULL);
  GtkWidget *head, *words;

  self->work = g_object_ref (work);
  self->card = accord_page_card (&head, _ ("On paper"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->stop = add_button (self, head, _ ("S_top"), G_CALLBACK (on_stop));
  self->paper = add_button (self, head, _ ("_Board paper…"), G_CALLBACK (on_paper));
  self->workbook = add_button (self, head, _ ("_Workbook…"), G_CALLBACK (on_workbook));
  words = accord_page_label (
      _ ("The board paper is a PDF of the option that is shown. In the workbook every figure is a "
         "formula on the typed numbers."),
      "second-line");
  gtk_widget_add_css_class (words, "card-note");
  gtk_box_append (GTK_BOX (self->card), words);
  self->note = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->note, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->note);
  say (self, NULL);
  update (self);
  g_signal_connect_object (work, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
