/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/findings-card.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "finding-groups.h"
#include "programme/evaluation-paper.h"
#include "programme/row-widget.h"
#include "financial-year.h"
#include "go.h"

#include <glib/gi18n-lib.h>

#define HEADING_WIDTH 15
/* Beyond this a group is a list, and the list place shows it better. */
#define MOST_OF_A_SORT 40

/* What an evaluation found, to be read as a page: what sort of finding in the margin, the findings beside it.
 */
struct _AccordFindingsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *grid;
  GtkWidget *sources;
  GtkWidget *note;
  AccordWorkspace *workspace;
  gint64 programme;
  char *state;
};

G_DEFINE_FINAL_TYPE (AccordFindingsCard, accord_findings_card, GTK_TYPE_WIDGET)

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordFindingsCard *self)
{
  gint64 id = accord_row_widget_get_id (GTK_WIDGET (row));

  if (id != 0)
    accord_go_to_record (GTK_WIDGET (self), "finding", id);
}

static void
on_source (GtkWidget *button, AccordFindingsCard *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "accord-id");

  accord_go_to_record (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "accord-kind"), *id);
}

/* A sentence as it was said, with what belongs to it beneath. */
static GtkWidget *
make_line (const char *text, const char *second, gint64 id)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = accord_words_new (1);
  GtkWidget *bullet = accord_page_label ("•", "bullet");
  g_autofree char *name = second != NULL ? g_strdup_printf ("%s, %s", text, second) : g_strdup (text);

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  accord_words_append (words, accord_page_label (text, NULL));
  if (second != NULL)
    accord_words_append (words, accord_page_label (second, "second-line"));
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), id != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

static char *
dup_second (AccordRecord *finding)
{
  const char *workstream = accord_record_get_reference_title (finding, "workstream");
  const char *note = accord_record_get_text (finding, "note");

  if (workstream != NULL && note != NULL)
    return g_strdup_printf ("%s · %s", workstream, note);
  return g_strdup (workstream != NULL ? workstream : note);
}

static GtkWidget *
make_list (AccordFindingsCard *self, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "finding-rows");
  gtk_widget_set_hexpand (list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  return list;
}

static void
attach_group (AccordFindingsCard *self, const char *title, GtkWidget *list, int *row)
{
  GtkWidget *heading = accord_page_label (title, "finding-heading");

  gtk_label_set_width_chars (GTK_LABEL (heading), HEADING_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), HEADING_WIDTH);
  gtk_widget_set_valign (heading, GTK_ALIGN_START);
  if (*row > 0)
    gtk_grid_attach (GTK_GRID (self->grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, (*row)++, 2,
                     1);
  gtk_grid_attach (GTK_GRID (self->grid), heading, 0, *row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), list, 1, (*row)++, 1, 1);
}

static void
attach_year (AccordFindingsCard *self, const AccordFindingGroup *group, int *row)
{
  g_autofree char *year = group->year != ACCORD_UNKNOWN ? accord_financial_year_format (group->year)
                                                        : g_strdup (_ ("Year not given"));

  gtk_grid_attach (GTK_GRID (self->grid), accord_page_label (year, "section-title"), 0, (*row)++, 2, 1);
}

static void
attach_measures (AccordFindingsCard *self, GPtrArray *benefits, gint64 year, int *row)
{
  g_autoptr (GPtrArray) lines = accord_finding_measures (benefits, year);
  GtkWidget *list;

  if (lines->len == 0)
    return;
  list = make_list (self, _ ("What was measured"));
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_line (lines->pdata[i], NULL, 0));
  attach_group (self, _ ("What was measured"), list, row);
}

static void
fill (AccordFindingsCard *self, GPtrArray *groups, GPtrArray *benefits)
{
  gint64 year = ACCORD_UNKNOWN;
  int row = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const AccordFindingGroup *group = groups->pdata[i];
      GtkWidget *list = make_list (self, group->title);

      if (group->first_of_year)
        attach_year (self, group, &row);
      if (group->year != year)
        attach_measures (self, benefits, group->year, &row);
      year = group->year;
      for (guint j = 0; j < group->findings->len && j < MOST_OF_A_SORT; j++)
        {
          AccordRecord *finding = group->findings->pdata[j];
          g_autofree char *text = accord_record_dup_title (finding);
          g_autofree char *second = dup_second (finding);

          gtk_list_box_append (GTK_LIST_BOX (list), make_line (text, second, accord_record_get_id (finding)));
        }
      if (group->findings->len > MOST_OF_A_SORT)
        {
          const guint n = group->findings->len - MOST_OF_A_SORT;
          g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

          gtk_list_box_append (GTK_LIST_BOX (list), make_line (more, NULL, 0));
        }
      attach_group (self, group->title, list, &row);
    }
}

static void
add_source (AccordFindingsCard *self, GHashTable *seen, AccordRecord *finding, const char *field)
{
  gint64 id = accord_record_get_int (finding, field);
  const char *title = accord_record_get_reference_title (finding, field);
  GtkWidget *button, *label;

  if (id == ACCORD_UNKNOWN || title == NULL
      || !g_hash_table_add (seen, g_strdup_printf ("%s %" G_GINT64_FORMAT, field, id)))
    return;
  button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);
  label = accord_page_label (title, NULL);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "record-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (button), "accord-kind",
                     (gpointer) accord_kind_get_field (accord_record_get_kind (finding), field)->target);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_source), self, 0);
  gtk_box_append (GTK_BOX (self->sources), button);
}

static void
fill_sources (AccordFindingsCard *self, GPtrArray *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  accord_page_empty_box (self->sources);
  gtk_box_append (GTK_BOX (self->sources), accord_page_label (_ ("Where this was said"), "caption-line"));
  for (guint i = 0; i < findings->len; i++)
    {
      add_source (self, seen, findings->pdata[i], "item");
      add_source (self, seen, findings->pdata[i], "source");
    }
  gtk_widget_set_visible (self->sources, g_hash_table_size (seen) > 0);
}

/* All that is shown, so that what stays the same is left alone, with its focus. */
static char *
dup_state (GPtrArray *findings, GPtrArray *benefits)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (state, "%" G_GINT64_FORMAT " %s\n", accord_record_get_id (findings->pdata[i]),
                            accord_record_get_modified (findings->pdata[i]));
  for (guint i = 0; i < benefits->len; i++)
    {
      const AccordBenefitStanding *benefit = benefits->pdata[i];
      g_autofree char *words = accord_benefit_standing_dup_words (benefit);

      g_string_append_printf (state, "%s %s %u\n", benefit->measure, words, benefit->actuals->len);
    }
  return g_string_free (state, FALSE);
}

static void
accord_findings_card_dispose (GObject *object)
{
  AccordFindingsCard *self = ACCORD_FINDINGS_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_findings_card_parent_class)->dispose (object);
}

static void
accord_findings_card_finalize (GObject *object)
{
  g_free (ACCORD_FINDINGS_CARD (object)->state);

  G_OBJECT_CLASS (accord_findings_card_parent_class)->finalize (object);
}

static void
accord_findings_card_class_init (AccordFindingsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_findings_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_findings_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_findings_card_init (AccordFindingsCard *self)
{
}

/**
 * accord_findings_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card for what an evaluation found
 */
GtkWidget *
accord_findings_card_new (AccordWorkspace *workspace)
{
  AccordFindingsCard *self = g_object_new (ACCORD_TYPE_FINDINGS_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_findings_card_set_programme:
 * @self: a card
 * @programme: the programme whose evaluation is shown
 *
 * Says whose report is printed.
 */
void
accord_findings_card_set_programme (AccordFindingsCard *self, gint64 programme)
{
  g_return_if_fail (ACCORD_IS_FINDINGS_CARD (self));

  self->programme = programme;
}

static void
on_print (AccordFindingsCard *self)
{
  accord_evaluation_paper_print (GTK_WIDGET (self), self->workspace, self->programme);
}

static void
on_save (AccordFindingsCard *self)
{
  accord_evaluation_paper_save (GTK_WIDGET (self), self->workspace, self->programme, self->note);
}

static void
add_report_button (AccordFindingsCard *self, GtkWidget *head, const char *label, GCallback callback)
{
  GtkWidget *button = accord_page_button (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "report-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), button);
}

static void
make_card (AccordFindingsCard *self, const char *title)
{
  GtkWidget *head;

  g_clear_pointer (&self->card, gtk_widget_unparent);
  self->card = accord_page_card (&head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  add_report_button (self, head, _ ("Print the _report…"), G_CALLBACK (on_print));
  add_report_button (self, head, _ ("Save it as _PDF…"), G_CALLBACK (on_save));
  self->note = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->note, "card-note");
  gtk_widget_hide (self->note);
  gtk_box_append (GTK_BOX (self->card), self->note);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 9);
  gtk_widget_add_css_class (self->grid, "findings");
  gtk_box_append (GTK_BOX (self->card), self->grid);
  self->sources = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->sources, "finding-sources");
  gtk_box_append (GTK_BOX (self->card), self->sources);
}

/**
 * accord_findings_card_show:
 * @self: a card
 * @findings: (element-type AccordRecord): what was found
 * @benefits: (element-type AccordBenefitStanding): what was measured
 *
 * Shows another evaluation; the same one stays as it is.
 */
void
accord_findings_card_show (AccordFindingsCard *self, GPtrArray *findings, GPtrArray *benefits)
{
  g_autofree char *state = dup_state (findings, benefits);
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (ACCORD_IS_FINDINGS_CARD (self));

  if (g_strcmp0 (state, self->state) == 0)
    return;
  groups = accord_finding_groups (findings);
  title = accord_finding_dup_title (groups);
  make_card (self, title);
  fill (self, groups, benefits);
  fill_sources (self, findings);
  g_free (self->state);
  self->state = g_steal_pointer (&state);
}
