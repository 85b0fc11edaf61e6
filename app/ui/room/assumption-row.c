/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/assumption-row.h"

#include "cba-words.h"
#include "form/drop-down-rows.h"
#include "form/page-parts.h"
#include "room/assumption-number.h"
#include "room/room-parts.h"
#include "scenario-changes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PENCE 100.0

/* One number of the appraisal that is assumed otherwise: of which line, which number, and what; typed, or by
 * a slider. */
struct _AccordAssumptionRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *line;
  GtkWidget *number;
  GtkWidget *entry;
  GtkWidget *scale;
  GtkWidget *note;

  const AccordCba *cba; /* the window's, which outlives its rows */
  GArray *inputs;       /* all numbers that can be tried */
  GArray *lines;        /* for each entry of the list of lines, index of its first input */
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordAssumptionRow, accord_assumption_row, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Which numbers there are. */

/* The amounts of a line are only multiplied; to the rates something is added; all else is another number. */
static gboolean
is_multiplied (const AccordCbaInput *input)
{
  return input->field == ACCORD_CBA_FIELD_AMOUNT;
}

static gboolean
can_be_kept (const AccordCba *cba, const AccordCbaInput *input)
{
  AccordScenarioChange change = { *input, is_multiplied (input), 1 };
  g_autofree char *text = accord_scenario_change_format (cba, &change);

  return text != NULL;
}

static gboolean
same_line (const AccordCbaInput *a, const AccordCbaInput *b)
{
  return a->option == b->option && a->line == b->line && a->is_outcome == b->is_outcome;
}

static void
collect (AccordAssumptionRow *self, guint option)
{
  static const AccordCbaField whole[] = { ACCORD_CBA_FIELD_RATE, ACCORD_CBA_FIELD_HORIZON };
  g_autoptr (GArray) all = accord_cba_inputs (self->cba, option);

  for (guint i = 0; i < all->len; i++)
    {
      const AccordCbaInput *input = &g_array_index (all, AccordCbaInput, i);

      if (input->line != ACCORD_CBA_NONE && can_be_kept (self->cba, input))
        g_array_append_vals (self->inputs, input, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      AccordCbaInput input = { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, whole[i] };

      g_array_append_val (self->inputs, input);
    }
}

static const AccordCbaInput *
input_at (AccordAssumptionRow *self, guint index)
{
  return &g_array_index (self->inputs, AccordCbaInput, index);
}

static const char *
name_of_line (AccordAssumptionRow *self, const AccordCbaInput *input)
{
  const AccordCbaOption *option;

  if (input->option == ACCORD_CBA_NONE)
    return _ ("The whole appraisal");
  option = self->cba->options->pdata[input->option];
  return input->is_outcome ? ((const AccordCbaOutcome *) option->outcomes->pdata[input->line])->name
                           : ((const AccordCbaCost *) option->costs->pdata[input->line])->name;
}

static const AccordCbaInput *
chosen_input (AccordAssumptionRow *self)
{
  guint line = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->line));
  guint number = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->number));

  if (line >= self->lines->len || number == GTK_INVALID_LIST_POSITION)
    return NULL;
  number += g_array_index (self->lines, guint, line);
  return number < self->inputs->len ? input_at (self, number) : NULL;
}

/* --- Numbers as they are typed. */

static double
unit_of (const AccordCbaInput *input)
{
  return input->field == ACCORD_CBA_FIELD_UNIT_VALUE ? PENCE : 1;
}

static double
base_of (AccordAssumptionRow *self, const AccordCbaInput *input)
{
  double base = 0;

  accord_cba_input_get (self->cba, input, &base);
  return base;
}

/* --- What is shown. */

static void
show_range (AccordAssumptionRow *self, const AccordCbaInput *input)
{
  double base = base_of (self, input), least, greatest, unit = unit_of (input);

  accord_cba_input_range (input, &least, &greatest);
  least = isfinite (least) ? MAX (least, input->field == ACCORD_CBA_FIELD_RATE ? -0.05 : 0) : 0;
  greatest = isfinite (greatest) ? greatest : G_MAXDOUBLE;
  greatest = MIN (greatest, input->field == ACCORD_CBA_FIELD_RATE ? 0.1 : MAX (base * 2, 1));
  if (input->field == ACCORD_CBA_FIELD_HORIZON)
    least = 1;
  gtk_range_set_range (GTK_RANGE (self->scale), MIN (least, base) / unit, MAX (greatest, base + 1e-6) / unit);
  gtk_range_set_increments (GTK_RANGE (self->scale), (greatest - least) / unit / 100,
                            (greatest - least) / unit / 10);
  gtk_range_set_value (GTK_RANGE (self->scale), base / unit);
}

static void
show_note (AccordAssumptionRow *self, const AccordCbaInput *input)
{
  g_autofree char *base = accord_assumption_dup_number (base_of (self, input) / unit_of (input));
  g_autofree char *words = NULL;

  if (is_multiplied (input))
    words = g_strdup (_ ("How many times as much as in the case, which is 1"));
  else if (input->field == ACCORD_CBA_FIELD_RATE)
    words = g_strdup (_ ("Added to every discount rate: 0.01 is one percentage point"));
  else if (input->field == ACCORD_CBA_FIELD_UNIT_VALUE)
    /* Translators: a sum in pounds. */
    words = g_strdup_printf (_ ("In the case: £%s"), base);
  else
    words = g_strdup_printf (_ ("In the case: %s"), base);
  gtk_label_set_label (GTK_LABEL (self->note), words);
  gtk_widget_remove_css_class (self->note, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

/* A drop-down does not say its value by itself. */
static void
name_choices (AccordAssumptionRow *self, const AccordCbaInput *input)
{
  g_autofree char *line = g_strdup_printf (_ ("Line of the appraisal: %s"), name_of_line (self, input));
  /* Translators: a number of a line of the appraisal, such as its deadweight. */
  g_autofree char *number = g_strdup_printf (_ ("Number: %s"), accord_cba_field_get_label (input->field));

  accord_room_name_choice (self->line, line);
  accord_room_name_choice (self->number, number);
}

static void
show_base (AccordAssumptionRow *self)
{
  const AccordCbaInput *input = chosen_input (self);
  g_autofree char *text = NULL;

  if (input == NULL)
    return;
  name_choices (self, input);
  self->settling = TRUE;
  text = accord_assumption_dup_number (base_of (self, input) / unit_of (input));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  show_range (self, input);
  show_note (self, input);
  self->settling = FALSE;
}

static void
show_numbers (AccordAssumptionRow *self)
{
  guint line = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->line));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint first;

  if (line >= self->lines->len)
    return;
  first = g_array_index (self->lines, guint, line);
  for (guint i = first; i < self->inputs->len && same_line (input_at (self, i), input_at (self, first)); i++)
    gtk_string_list_append (names, accord_cba_field_get_label (input_at (self, i)->field));
  self->settling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->number), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->number), 0);
  self->settling = FALSE;
}

/* --- What the person does. */

static void
tell (AccordAssumptionRow *self)
{
  if (!self->settling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_line (AccordAssumptionRow *self)
{
  if (self->settling)
    return;
  show_numbers (self);
  show_base (self);
  tell (self);
}

static void
on_number (AccordAssumptionRow *self)
{
  if (self->settling)
    return;
  show_base (self);
  tell (self);
}

static void
on_typed (AccordAssumptionRow *self)
{
  double value;

  if (self->settling)
    return;
  if (accord_assumption_parse_number (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value))
    {
      self->settling = TRUE;
      gtk_range_set_value (GTK_RANGE (self->scale), value);
      self->settling = FALSE;
    }
  tell (self);
}

static void
on_slid (AccordAssumptionRow *self)
{
  g_autofree char *text = NULL;
  const AccordCbaInput *input = chosen_input (self);
  double value = gtk_range_get_value (GTK_RANGE (self->scale));

  if (self->settling || input == NULL)
    return;
  if (input->field == ACCORD_CBA_FIELD_LAG || input->field == ACCORD_CBA_FIELD_LASTS
      || input->field == ACCORD_CBA_FIELD_HORIZON || input->field == ACCORD_CBA_FIELD_GRADE)
    value = round (value);
  else if (fabs (value) >= 100)
    value = round (value);
  else
    value = round (value * 1000) / 1000;
  text = accord_assumption_dup_number (value);
  self->settling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->settling = FALSE;
  tell (self);
}

static void
on_remove (AccordAssumptionRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
accord_assumption_row_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_ASSUMPTION_ROW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_assumption_row_parent_class)->dispose (object);
}

static void
accord_assumption_row_finalize (GObject *object)
{
  AccordAssumptionRow *self = ACCORD_ASSUMPTION_ROW (object);

  g_array_unref (self->inputs);
  g_array_unref (self->lines);

  G_OBJECT_CLASS (accord_assumption_row_parent_class)->finalize (object);
}

static void
accord_assumption_row_class_init (AccordAssumptionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = accord_assumption_row_dispose;
  object_class->finalize = accord_assumption_row_finalize;

  /**
   * AccordAssumptionRow::changed:
   *
   * Another number is assumed.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_ASSUMPTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /**
   * AccordAssumptionRow::removed:
   *
   * It is not to be assumed otherwise any more.
   */
  signals[REMOVED] = g_signal_new ("removed", ACCORD_TYPE_ASSUMPTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "assumptionrow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_assumption_row_init (AccordAssumptionRow *self)
{
  self->inputs = g_array_new (FALSE, FALSE, sizeof (AccordCbaInput));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
make_widgets (AccordAssumptionRow *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = accord_page_icon_button ("list-remove-symbolic", _ ("Take this assumption away"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->line = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  accord_drop_down_name_rows (self->line);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->line), TRUE);
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_widget_add_css_class (self->line, "room-choice");
  self->number = gtk_drop_down_new (NULL, NULL);
  accord_drop_down_name_rows (self->number);
  gtk_widget_set_hexpand (self->number, TRUE);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_widget_add_css_class (self->entry, "tabular");
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 0.01);
  self->note = accord_page_label (NULL, "second-line");
  name_widget (self->entry, _ ("Assumed instead"));
  name_widget (self->scale, _ ("Assumed instead, by slider"));
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (top), self->line);
  gtk_box_append (GTK_BOX (top), remove);
  gtk_box_append (GTK_BOX (middle), self->number);
  gtk_box_append (GTK_BOX (middle), self->entry);
  gtk_box_append (GTK_BOX (self->box), top);
  gtk_box_append (GTK_BOX (self->box), middle);
  gtk_box_append (GTK_BOX (self->box), self->scale);
  gtk_box_append (GTK_BOX (self->box), self->note);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_assumption_row_new:
 * @cba: the case's analysis; it must outlive the row
 * @option: index of the option that is looked at
 *
 * Returns: (transfer floating): a row in which everything is as in the case
 */
GtkWidget *
accord_assumption_row_new (const AccordCba *cba, guint option)
{
  AccordAssumptionRow *self = g_object_new (ACCORD_TYPE_ASSUMPTION_ROW, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->cba = cba;
  collect (self, option);
  make_widgets (self);
  for (guint i = 0; i < self->inputs->len; i++)
    if (i == 0 || !same_line (input_at (self, i), input_at (self, i - 1)))
      {
        g_array_append_val (self->lines, i);
        gtk_string_list_append (names, name_of_line (self, input_at (self, i)));
      }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->line), G_LIST_MODEL (names));
  show_numbers (self);
  show_base (self);
  g_signal_connect_object (self->line, "notify::selected", G_CALLBACK (on_line), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->number, "notify::selected", G_CALLBACK (on_number), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scale, "value-changed", G_CALLBACK (on_slid), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * accord_assumption_row_set_change:
 * @self: a row
 * @change: a change of the analysis
 *
 * Shows it.
 *
 * Returns: %FALSE where the row has no such number
 */
gboolean
accord_assumption_row_set_change (AccordAssumptionRow *self, const AccordScenarioChange *change)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      guint first = g_array_index (self->lines, guint, i);

      for (guint j = first; j < self->inputs->len && same_line (input_at (self, j), input_at (self, first));
           j++)
        if (same_line (input_at (self, j), &change->input)
            && input_at (self, j)->field == change->input.field)
          {
            double value = change->relative && !is_multiplied (&change->input)
                               ? change->value * base_of (self, &change->input)
                               : change->value;
            g_autofree char *text = accord_assumption_dup_number (value / unit_of (&change->input));

            gtk_drop_down_set_selected (GTK_DROP_DOWN (self->line), i);
            gtk_drop_down_set_selected (GTK_DROP_DOWN (self->number), j - first);
            gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
            return TRUE;
          }
    }
  return FALSE;
}

/**
 * accord_assumption_row_get_change:
 * @self: a row
 * @change: (out): what is assumed otherwise
 * @wrong: (out): whether what was typed is no number
 *
 * Returns: whether anything is
 */
gboolean
accord_assumption_row_get_change (AccordAssumptionRow *self, AccordScenarioChange *change, gboolean *wrong)
{
  const AccordCbaInput *input = chosen_input (self);
  double value = 0;

  *wrong = !accord_assumption_parse_number (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value);
  if (*wrong)
    {
      gtk_label_set_label (GTK_LABEL (self->note), _ ("This is not a number."));
      gtk_widget_add_css_class (self->note, "error");
      return FALSE;
    }
  if (input == NULL)
    return FALSE;
  show_note (self, input);
  change->input = *input;
  change->relative = is_multiplied (input);
  change->value = value * unit_of (input);
  return fabs (change->value - base_of (self, input)) > 1e-9;
}
