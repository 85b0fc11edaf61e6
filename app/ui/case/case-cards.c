/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/case-cards.h"

#include "appraisal/case-appraisal-card.h"
#include "case/benefits-card.h"
#include "case/caveats-card.h"
#include "case/comments-card.h"
#include "case/documents-card.h"
#include "case/endorsements-card.h"
#include "case/five-case-card.h"
#include "case/options-card.h"
#include "case/pair.h"
#include "case/stage-track.h"
#include "case/versions-card.h"
#include "fund/claims-card.h"
#include "review/offline-card.h"

#include <glib/gi18n-lib.h>

/* What the page of a business case shows beyond what every page does: what stands between it and its
 * approval. */
struct _AccordCaseCards
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *track;
  GtkWidget *caveats;
  GtkWidget *endorsements;
  GtkWidget *options;
  GtkWidget *appraisal;
  GtkWidget *documents;
  GtkWidget *claims;
  GtkWidget *versions;
  GtkWidget *five;
  GtkWidget *benefits;
  GtkWidget *offline;
  GtkWidget *comments;
};

G_DEFINE_FINAL_TYPE (AccordCaseCards, accord_case_cards, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

void
accord_case_data_free (AccordCaseData *self)
{
  g_clear_pointer (&self->file, accord_case_file_free);
  g_clear_pointer (&self->appraisal, accord_appraisal_file_free);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->review, accord_case_review_unref);
  g_clear_pointer (&self->benefits, accord_benefits_register_unref);
  g_clear_pointer (&self->offline, accord_offline_file_free);
  g_clear_pointer (&self->comments, accord_comments_unref);
  g_clear_pointer (&self->answered_in, g_hash_table_unref);
  g_free (self);
}

static void
on_dirty (AccordCaseCards *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
accord_case_cards_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AccordCaseCards *self = ACCORD_CASE_CARDS (object);

  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, accord_caveats_card_get_dirty (ACCORD_CAVEATS_CARD (self->caveats))
                                    || accord_five_case_card_get_dirty (ACCORD_FIVE_CASE_CARD (self->five)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_case_cards_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_CASE_CARDS (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_case_cards_parent_class)->dispose (object);
}

static void
accord_case_cards_class_init (AccordCaseCardsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_case_cards_get_property;
  object_class->dispose = accord_case_cards_dispose;

  /**
   * AccordCaseCards:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_case_cards_init (AccordCaseCards *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
make_track (AccordCaseCards *self)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Stages"), -1);
  self->track = accord_stage_track_new ();
  gtk_widget_add_css_class (self->track, "stage-track");
  gtk_box_append (GTK_BOX (card), self->track);
  return card;
}

/**
 * accord_case_cards_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): the cards, without a case
 */
GtkWidget *
accord_case_cards_new (AccordWorkspace *workspace)
{
  AccordCaseCards *self = g_object_new (ACCORD_TYPE_CASE_CARDS, NULL);

  self->caveats = accord_caveats_card_new (workspace);
  self->endorsements = accord_endorsements_card_new (workspace);
  self->options = accord_options_card_new (workspace);
  g_signal_connect_object (self->caveats, "notify::dirty", G_CALLBACK (on_dirty), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), make_track (self));
  gtk_box_append (GTK_BOX (self->box), accord_pair_new (self->caveats, self->endorsements));
  self->offline = accord_offline_card_new (workspace);
  gtk_box_append (GTK_BOX (self->box), self->offline);
  self->comments = accord_comments_card_new (workspace, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->comments);
  gtk_box_append (GTK_BOX (self->box), self->options);
  self->appraisal = accord_case_appraisal_card_new (workspace);
  gtk_box_append (GTK_BOX (self->box), self->appraisal);
  self->five = accord_five_case_card_new (workspace);
  g_signal_connect_object (self->five, "notify::dirty", G_CALLBACK (on_dirty), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->five);
  self->benefits = accord_benefits_card_new (workspace);
  gtk_box_append (GTK_BOX (self->box), self->benefits);
  self->documents = accord_documents_card_new (workspace);
  gtk_box_append (GTK_BOX (self->box), self->documents);
  self->claims = accord_claims_card_new (workspace);
  gtk_box_append (GTK_BOX (self->box), self->claims);
  self->versions = accord_versions_card_new ();
  gtk_box_append (GTK_BOX (self->box), self->versions);
  return GTK_WIDGET (self);
}

/**
 * accord_case_cards_show:
 * @self: the cards
 * @data: a business case
 * @today: today as an ISO date
 *
 * Shows a case.
 */
void
accord_case_cards_show (AccordCaseCards *self, const AccordCaseData *data, const char *today)
{
  const AccordCaseFile *file;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (ACCORD_IS_CASE_CARDS (self));
  g_return_if_fail (data != NULL);

  file = data->file;
  steps = accord_case_track (file, today);
  sentence = accord_case_track_dup_sentence (file, steps);
  accord_stage_track_show (ACCORD_STAGE_TRACK (self->track), steps, sentence);
  accord_caveats_card_show (ACCORD_CAVEATS_CARD (self->caveats), file, data->answered_in, today);
  accord_endorsements_card_show (ACCORD_ENDORSEMENTS_CARD (self->endorsements), file);
  accord_offline_card_show (ACCORD_OFFLINE_CARD (self->offline), data->offline, today);
  accord_comments_card_show (ACCORD_COMMENTS_CARD (self->comments), data->comments,
                             accord_record_get_id (file->record));
  /* A case that nobody was asked about has nothing to answer. */
  gtk_widget_set_visible (self->comments, data->comments->threads->len > 0);
  accord_options_card_show (ACCORD_OPTIONS_CARD (self->options), file);
  accord_case_appraisal_card_show (ACCORD_CASE_APPRAISAL_CARD (self->appraisal), data->appraisal);
  accord_five_case_card_show (ACCORD_FIVE_CASE_CARD (self->five), data->review, today);
  accord_benefits_card_show (ACCORD_BENEFITS_CARD (self->benefits), data->benefits);
  accord_documents_card_set_subject (ACCORD_DOCUMENTS_CARD (self->documents), "case",
                                     accord_record_get_id (file->record));
  accord_documents_card_show (ACCORD_DOCUMENTS_CARD (self->documents), data->documents);
  accord_claims_card_set_subject (ACCORD_CLAIMS_CARD (self->claims), "case",
                                  accord_record_get_id (file->record));
  accord_claims_card_show (ACCORD_CLAIMS_CARD (self->claims), data->claims);
  accord_versions_card_show (ACCORD_VERSIONS_CARD (self->versions), data->versions);
}
