/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/benefits-card.h"

#include "financial-year.h"
#include "form/page-parts.h"
#include "fund/money-table.h"
#include "go.h"
#include "money.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The benefits register of a business case: what was forecast, and what came of it. */
struct _AccordBenefitsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *update;
  GtkWidget *said;
  GtkWidget *missing;
  GtkWidget *table;
  GtkWidget *years;
  GtkWidget *years_table;

  AccordWorkspace *workspace;
  AccordBenefitsRegister *benefits;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordBenefitsCard, accord_benefits_card, GTK_TYPE_WIDGET)

/* --- The register brought in step with the appraisal. */

typedef struct
{
  AccordBenefitsCard *card;
  AccordBenefitsUpdate *update;
} Job;

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Job *job = data;
  g_autoptr (AccordBenefitsCard) self = job->card;
  g_autofree AccordBenefitsUpdate *update = job->update;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);
  g_autofree char *words = accord_benefits_update_dup_words (update);

  if (self->card == NULL)
    return;
  gtk_widget_set_sensitive (self->update, TRUE);
  if (change == NULL)
    accord_say_problem (GTK_WIDGET (self), error);
  else
    accord_say (GTK_WIDGET (self), words);
}

static void
write_update (AccordBenefitsCard *self, gboolean overwrite)
{
  Job *job = g_new0 (Job, 1);

  job->card = g_object_ref (self);
  job->update = g_new0 (AccordBenefitsUpdate, 1);
  job->update->business_case = accord_record_get_id (self->benefits->file->business_case);
  job->update->overwrite = overwrite;
  gtk_widget_set_sensitive (self->update, FALSE);
  accord_workspace_write_async (self->workspace, _ ("Update the benefits register"),
                                accord_benefits_update_write, job->update, NULL, NULL, on_written, job);
}

static void
on_answer (AdwMessageDialog *question, const char *response, AccordBenefitsCard *self)
{
  if (g_strcmp0 (response, "cancel") != 0)
    write_update (self, g_strcmp0 (response, "take") == 0);
}

/* What a person wrote is not overwritten unseen. */
static void
ask (AccordBenefitsCard *self, const char *differences)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                _ ("Keep what the register says?"), differences);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Cancel"), "keep",
                                    _ ("_Keep it, and fill in the rest"), "take", _ ("_Take the appraisal’s"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "take",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  accord_page_name_buttons (question);
  g_signal_connect_object (question, "response", G_CALLBACK (on_answer), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static void
on_update (AccordBenefitsCard *self)
{
  g_autofree char *differences = accord_benefits_register_dup_differences (self->benefits);

  if (differences != NULL)
    ask (self, differences);
  else
    write_update (self, FALSE);
}

static void
accord_benefits_card_dispose (GObject *object)
{
  AccordBenefitsCard *self = ACCORD_BENEFITS_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->benefits, accord_benefits_register_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (accord_benefits_card_parent_class)->dispose (object);
}

static void
accord_benefits_card_class_init (AccordBenefitsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_benefits_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_benefits_card_init (AccordBenefitsCard *self)
{
  const char *const headings[] = { _ ("Benefit"), _ ("Class"), _ ("Full-year value £"), _ ("Realised £"),
                                   NULL };
  const char *const years[] = { _ ("Year"),       _ ("Costs forecast £"),
                                _ ("Paid £"),     _ ("Benefits forecast £"),
                                _ ("Realised £"), NULL };
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Benefits register"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->update = accord_page_button (_ ("_Update from the appraisal"));
  g_signal_connect_object (self->update, "clicked", G_CALLBACK (on_update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->update);
  self->said = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->said, "card-note");
  gtk_widget_set_tooltip_text (self->said, accord_benefits_register_get_rule ());
  gtk_box_append (GTK_BOX (self->card), self->said);
  self->missing = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->missing, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->missing);
  self->table = accord_money_table_new (_ ("Benefits register"), headings);
  gtk_widget_add_css_class (self->table, "card-table");
  gtk_box_append (GTK_BOX (self->card), self->table);
  self->years = gtk_expander_new (_ ("By year"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->years), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("By year"),
                                  -1);
  gtk_widget_add_css_class (self->years, "card-note");
  self->years_table = accord_money_table_new (_ ("Forecast and realised by year"), years);
  gtk_expander_set_child (GTK_EXPANDER (self->years), self->years_table);
  /* The keyboard would not get past what is folded away. */
  g_object_bind_property (self->years, "expanded", self->years_table, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->card), self->years);
}

/**
 * accord_benefits_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without a case
 */
GtkWidget *
accord_benefits_card_new (AccordWorkspace *workspace)
{
  AccordBenefitsCard *self = g_object_new (ACCORD_TYPE_BENEFITS_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static char *
dup_pence (gint64 pence)
{
  return pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_LEDGER) : g_strdup ("–");
}

static gint64
sum_of (GArray *amounts)
{
  gint64 sum = 0;

  for (guint i = 0; amounts != NULL && i < amounts->len; i++)
    sum += g_array_index (amounts, AccordYearAmount, i).amount;
  return amounts != NULL && amounts->len > 0 ? sum : ACCORD_UNKNOWN;
}

static char *
dup_class (AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autofree char *category =
      accord_record_dup_display (record, (guint) accord_kind_find_field (kind, "category"));
  g_autofree char *cash = accord_record_dup_display (record, (guint) accord_kind_find_field (kind, "cash"));

  if (*category == '\0' || *cash == '\0')
    return g_strdup (*category != '\0' ? category : *cash != '\0' ? cash : "–");
  return g_strdup_printf (_ ("%s, %s"), category, cash);
}

static void
add_entry (AccordBenefitsCard *self, const AccordBenefitEntry *entry)
{
  const char *number = accord_record_get_text (entry->record, "number");
  g_autofree char *title = accord_record_dup_title (entry->record);
  g_autofree char *name = number != NULL ? g_strdup_printf ("%s  %s", number, title) : g_strdup (title);
  g_autofree char *sort = dup_class (entry->record);
  g_autofree char *year = dup_pence (accord_record_get_int (entry->record, "full-year"));
  g_autofree char *realised = dup_pence (sum_of (entry->realised));
  const char *const figures[] = { sort, year, realised, NULL };

  accord_money_table_add_row (ACCORD_MONEY_TABLE (self->table), NULL, name, figures, "benefit",
                              accord_record_get_id (entry->record), NULL);
}

/* Recurrent and one-off benefits are kept apart, and those whose timing nobody stated. */
static void
add_group (AccordBenefitsCard *self, const char *heading, gboolean known, gboolean recurrent)
{
  const char *const none[] = { "", "", "", NULL };
  gboolean headed = FALSE;

  for (guint i = 0; i < self->benefits->entries->len; i++)
    {
      const AccordBenefitEntry *entry = self->benefits->entries->pdata[i];

      if (entry->record == NULL || (entry->outcome != NULL) != known
          || (known && entry->recurrent != recurrent))
        continue;
      if (!headed)
        accord_money_table_add_row (ACCORD_MONEY_TABLE (self->table), "head", heading, none, NULL, 0, NULL);
      headed = TRUE;
      add_entry (self, entry);
    }
}

static void
add_years (AccordBenefitsCard *self)
{
  for (guint i = 0; i < self->benefits->years->len; i++)
    {
      const AccordBenefitYear *year = &g_array_index (self->benefits->years, AccordBenefitYear, i);
      g_autofree char *label = accord_financial_year_format (year->year);
      g_autofree char *cost = dup_pence (year->forecast_cost), *spent = dup_pence (year->spent);
      g_autofree char *benefit = dup_pence (year->forecast_benefit), *realised = dup_pence (year->realised);
      const char *const figures[] = { cost, spent, benefit, realised, NULL };

      accord_money_table_add_row (ACCORD_MONEY_TABLE (self->years_table), NULL, label, figures, NULL, 0,
                                  NULL);
    }
}

static char *
dup_missing (const AccordBenefitsRegister *benefits)
{
  if (benefits->n_missing == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u outcome line of the preferred option has no benefit in the register yet.",
                "%u outcome lines of the preferred option have no benefit in the register "
                "yet.",
                benefits->n_missing),
      benefits->n_missing);
}

/* What the card says, so that it is made anew only when that is something else: the focus stays. */
static char *
dup_state (const AccordBenefitsRegister *benefits)
{
  GString *state = g_string_new (NULL);
  g_autofree char *said = accord_benefits_register_dup_bcr (benefits);

  g_string_append_printf (state, "%" G_GINT64_FORMAT " %u %s\n",
                          accord_record_get_id (benefits->file->business_case), benefits->n_missing, said);
  for (guint i = 0; i < benefits->entries->len; i++)
    {
      const AccordBenefitEntry *entry = benefits->entries->pdata[i];

      if (entry->record != NULL)
        g_string_append_printf (state, "%" G_GINT64_FORMAT " %s %d\n", accord_record_get_id (entry->record),
                                accord_record_get_modified (entry->record), entry->recurrent);
    }
  for (guint i = 0; i < benefits->years->len; i++)
    {
      const AccordBenefitYear *year = &g_array_index (benefits->years, AccordBenefitYear, i);

      g_string_append_printf (
          state, "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
          year->year, year->forecast_cost, year->spent, year->forecast_benefit, year->realised);
    }
  return g_string_free (state, FALSE);
}

static void
show_words (AccordBenefitsCard *self)
{
  const AccordBenefitsRegister *benefits = self->benefits;
  g_autofree char *said = accord_benefits_register_dup_bcr (benefits), *missing = dup_missing (benefits);
  gboolean writable = !accord_workspace_get_read_only (self->workspace);

  gtk_label_set_label (GTK_LABEL (self->said), said);
  gtk_label_set_label (GTK_LABEL (self->missing), missing != NULL ? missing : "");
  gtk_widget_set_visible (self->missing, missing != NULL);
  gtk_widget_set_visible (self->update, benefits->problem == NULL && writable);
  gtk_widget_set_visible (self->table, benefits->entries->len > benefits->n_missing);
  gtk_widget_set_visible (self->years, benefits->years->len > 0);
  /* A case with neither benefits nor an appraisal has nothing to say here. */
  gtk_widget_set_visible (GTK_WIDGET (self), benefits->entries->len > 0 || benefits->file->appraisal != NULL);
}

/**
 * accord_benefits_card_show:
 * @self: a card
 * @benefits: the benefits register of a case
 *
 * Shows a register.
 */
void
accord_benefits_card_show (AccordBenefitsCard *self, AccordBenefitsRegister *benefits)
{
  g_autofree char *state = NULL;

  g_return_if_fail (ACCORD_IS_BENEFITS_CARD (self));

  accord_benefits_register_ref (benefits);
  g_clear_pointer (&self->benefits, accord_benefits_register_unref);
  self->benefits = benefits;
  show_words (self);
  state = dup_state (benefits);
  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  accord_money_table_clear (ACCORD_MONEY_TABLE (self->table));
  add_group (self, _ ("Recurrent"), TRUE, TRUE);
  add_group (self, _ ("One-off"), TRUE, FALSE);
  add_group (self, _ ("Not from the appraisal"), FALSE, FALSE);
  accord_money_table_clear (ACCORD_MONEY_TABLE (self->years_table));
  add_years (self);
}
