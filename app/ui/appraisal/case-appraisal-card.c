/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/case-appraisal-card.h"

#include "appraisal/figure-words.h"
#include "appraisal/option-change.h"
#include "form/figures-card.h"
#include "form/page-parts.h"
#include "go.h"

#include <glib/gi18n-lib.h>

/* On the page of a business case: what its appraisal says, or how one is begun. */
struct _AccordCaseAppraisalCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *note;
  GtkWidget *figures;
  GtkWidget *open;
  GtkWidget *begin;
  AccordWorkspace *workspace;
  gint64 business_case;
  gint64 appraisal;
  guint later;
  gboolean opening; /* what was begun here is opened when it is there */
};

G_DEFINE_FINAL_TYPE (AccordCaseAppraisalCard, accord_case_appraisal_card, GTK_TYPE_WIDGET)

static void
on_open (AccordCaseAppraisalCard *self)
{
  if (self->appraisal != 0)
    accord_go_to_record (GTK_WIDGET (self), "appraisal", self->appraisal);
}

static gboolean
on_open_later (gpointer data)
{
  AccordCaseAppraisalCard *self = data;

  self->later = 0;
  on_open (self);
  return G_SOURCE_REMOVE;
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordCaseAppraisalCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->card == NULL)
    return;
  gtk_widget_set_sensitive (self->begin, TRUE);
  if (error == NULL)
    return;
  self->opening = FALSE;
  gtk_label_set_label (GTK_LABEL (self->note), error->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->begin), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error->message, -1);
}

static void
on_begin (AccordCaseAppraisalCard *self)
{
  self->opening = TRUE;
  gtk_widget_set_sensitive (self->begin, FALSE);
  accord_workspace_write_async (self->workspace, _ ("Begin an appraisal"), accord_appraisal_begin_write,
                                g_memdup2 (&self->business_case, sizeof self->business_case), g_free, NULL,
                                on_begun, g_object_ref (self));
}

static void
accord_case_appraisal_card_dispose (GObject *object)
{
  AccordCaseAppraisalCard *self = ACCORD_CASE_APPRAISAL_CARD (object);

  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_case_appraisal_card_parent_class)->dispose (object);
}

static void
accord_case_appraisal_card_class_init (AccordCaseAppraisalCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_case_appraisal_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_case_appraisal_card_init (AccordCaseAppraisalCard *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Appraisal"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->open = accord_page_button (_ ("_Open the appraisal"));
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->open);
  self->begin = accord_page_button (_ ("_Begin an appraisal"));
  g_signal_connect_object (self->begin, "clicked", G_CALLBACK (on_begin), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->begin);
  self->figures = accord_figures_card_new ();
  gtk_widget_add_css_class (self->figures, "card-figures");
  gtk_box_append (GTK_BOX (self->card), self->figures);
  self->note = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->note, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->note);
}

/**
 * accord_case_appraisal_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without a case
 */
GtkWidget *
accord_case_appraisal_card_new (AccordWorkspace *workspace)
{
  AccordCaseAppraisalCard *self = g_object_new (ACCORD_TYPE_CASE_APPRAISAL_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static void
show_figures (AccordCaseAppraisalCard *self, const AccordAppraisalFile *file)
{
  guint option = accord_appraisal_file_get_shown_option (file);
  g_autoptr (GArray) faults = NULL;
  g_autoptr (AccordCbaResult) result = file->cba != NULL && option != ACCORD_CBA_NONE
                                           ? accord_cba_evaluate (file->cba, option, &faults)
                                           : NULL;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  g_autofree char *name =
      option != ACCORD_CBA_NONE ? accord_record_dup_title (file->options->pdata[option]) : NULL;

  for (guint i = 0; result != NULL && i < ACCORD_KEY_FIGURES; i++)
    g_ptr_array_add (figures, accord_key_figure_new (i, file->cba, result));
  accord_figures_card_show (ACCORD_FIGURES_CARD (self->figures), figures, NULL);
  if (result != NULL)
    {
      /* Translators: %s is the name of an option. */
      g_autofree char *note = g_strdup_printf (_ ("Of “%s”."), name);

      gtk_label_set_label (GTK_LABEL (self->note), note);
    }
  else
    gtk_label_set_label (GTK_LABEL (self->note),
                         option == ACCORD_CBA_NONE
                             ? _ ("There is no option yet to work out.")
                             : _ ("Something in it has to be put right before it can be worked out."));
}

/**
 * accord_case_appraisal_card_show:
 * @self: a card
 * @file: (nullable): the appraisal of a case
 *
 * Shows it.
 */
void
accord_case_appraisal_card_show (AccordCaseAppraisalCard *self, const AccordAppraisalFile *file)
{
  gboolean begun, other;

  g_return_if_fail (ACCORD_IS_CASE_APPRAISAL_CARD (self));
  g_return_if_fail (file != NULL);

  begun = file->appraisal != NULL;
  other = self->business_case != accord_record_get_id (file->business_case);
  self->business_case = accord_record_get_id (file->business_case);
  self->appraisal = begun ? accord_record_get_id (file->appraisal) : 0;
  gtk_widget_set_visible (self->open, begun);
  gtk_widget_set_visible (self->begin, !begun && !accord_workspace_get_read_only (self->workspace));
  gtk_widget_set_visible (self->figures, begun);
  if (begun)
    show_figures (self, file);
  else
    gtk_label_set_label (GTK_LABEL (self->note),
                         _ ("What it costs, what comes of it, who pays and who gains: nobody has put it "
                            "together yet."));
  /* Not while this page is being shown: it would be another before it is done. */
  if (self->opening && begun && !other && self->later == 0)
    self->later = g_idle_add (on_open_later, self);
  self->opening = self->opening && !begun && !other;
}
