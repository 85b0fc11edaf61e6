/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/pair-view.h"

#include "form/page-parts.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

/**
 * AccordPairView:
 *
 * Two records side by side, field by field, and the choice which of them stays.
 */
struct _AccordPairView
{
  GtkWidget parent_instance;

  AccordRecord *one;
  AccordRecord *other;
  GtkWidget *box;
  GtkWidget *first;
  GtkWidget *second;
  GtkWidget *words;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (AccordPairView, accord_pair_view, GTK_TYPE_WIDGET)

enum
{
  LABEL,
  ONE,
  OTHER,
};

static GtkWidget *
make_value (const char *text, gboolean stays)
{
  GtkWidget *label = accord_page_label (text != NULL ? text : "–", stays ? "heading" : "second-line");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

/* What stays is strong: what the one that stays says, or what only the other knows. */
static void
add_field (AccordPairView *self, guint field, int row)
{
  const AccordKind *kind = accord_record_get_kind (self->one);
  gboolean first = accord_pair_view_get_keep (self) == self->one;
  gboolean has_one = !accord_record_is_empty (self->one, field);
  gboolean has_other = !accord_record_is_empty (self->other, field);
  g_autofree char *one = has_one ? accord_record_dup_display (self->one, field) : NULL;
  g_autofree char *other = has_other ? accord_record_dup_display (self->other, field) : NULL;
  GtkWidget *label = accord_page_label (_ (kind->fields[field].label), "second-line");

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self->grid), label, LABEL, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), make_value (one, has_one && (first || !has_other)), ONE, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), make_value (other, has_other && (!first || !has_one)), OTHER, row,
                   1, 1);
}

static gboolean
is_worth_showing (AccordPairView *self, guint field)
{
  const AccordField *described = &accord_record_get_kind (self->one)->fields[field];
  g_autofree char *one = NULL, *other = NULL;

  if (described->type == ACCORD_FIELD_BOOLEAN
      || (accord_record_is_empty (self->one, field) && accord_record_is_empty (self->other, field)))
    return FALSE;
  one = accord_record_dup_display (self->one, field);
  other = accord_record_dup_display (self->other, field);
  return field == accord_record_get_kind (self->one)->title_field || g_strcmp0 (one, other) != 0;
}

static void
fill (AccordPairView *self)
{
  GtkWidget *child;
  int row = 0;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < accord_record_get_kind (self->one)->n_fields; i++)
    if (is_worth_showing (self, i))
      add_field (self, i, row++);
}

static void
on_chosen (GtkCheckButton *button, GParamSpec *pspec, AccordPairView *self)
{
  if (gtk_check_button_get_active (button) && self->one != NULL)
    fill (self);
}

static void
accord_pair_view_dispose (GObject *object)
{
  AccordPairView *self = ACCORD_PAIR_VIEW (object);

  g_clear_object (&self->one);
  g_clear_object (&self->other);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (accord_pair_view_parent_class)->dispose (object);
}

/* The choice is what the keyboard begins with. */
static gboolean
accord_pair_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ACCORD_PAIR_VIEW (widget)->first);
}

static void
accord_pair_view_class_init (AccordPairViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_pair_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = accord_pair_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_pair_view_init (AccordPairView *self)
{
  GtkWidget *choice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->words = accord_page_label (
      _ ("What names the one that goes will name the one that stays, which learns what only the "
         "other knew. What is strong below is what is kept."),
      "second-line");
  self->first = gtk_check_button_new ();
  self->second = gtk_check_button_new ();
  self->grid = gtk_grid_new ();
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->second), GTK_CHECK_BUTTON (self->first));
  g_signal_connect (self->first, "notify::active", G_CALLBACK (on_chosen), self);
  g_signal_connect (self->second, "notify::active", G_CALLBACK (on_chosen), self);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "edit-fields");
  gtk_box_append (GTK_BOX (self->box), accord_page_label (_ ("Which of the two stays?"), "section-title"));
  gtk_box_append (GTK_BOX (choice), self->first);
  gtk_box_append (GTK_BOX (choice), self->second);
  gtk_box_append (GTK_BOX (self->box), choice);
  gtk_box_append (GTK_BOX (self->box), self->words);
  gtk_box_append (GTK_BOX (self->box), self->grid);
}

/**
 * accord_pair_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
accord_pair_view_new (void)
{
  return g_object_new (ACCORD_TYPE_PAIR_VIEW, NULL);
}

/* Two of the same name are told apart by their numbers. */
static void
name_choice (GtkWidget *choice, AccordRecord *record)
{
  g_autofree char *title = accord_record_dup_title (record);
  /* Translators: what a record is called, and its number. */
  g_autofree char *words =
      g_strdup_printf (_ ("%s (number %" PRId64 ")"), title, accord_record_get_id (record));
  GtkWidget *label = accord_page_label (words, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), label);
}

/**
 * accord_pair_view_show:
 * @self: a view
 * @one: a record; it is what stays unless a person says otherwise
 * @other: another of its kind
 *
 * Shows two records.
 */
void
accord_pair_view_show (AccordPairView *self, AccordRecord *one, AccordRecord *other)
{
  g_return_if_fail (ACCORD_IS_PAIR_VIEW (self));

  g_set_object (&self->one, one);
  g_set_object (&self->other, other);
  name_choice (self->first, one);
  name_choice (self->second, other);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->first), TRUE);
  fill (self);
}

/**
 * accord_pair_view_get_keep:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the record that stays
 */
AccordRecord *
accord_pair_view_get_keep (AccordPairView *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->second)) ? self->other : self->one;
}

/**
 * accord_pair_view_get_drop:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the record that goes
 */
AccordRecord *
accord_pair_view_get_drop (AccordPairView *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->second)) ? self->one : self->other;
}
