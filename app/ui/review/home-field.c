/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-field.h"

#include "case/versions-card.h"
#include "dossier-value.h"
#include "form/field-editor.h"
#include "form/page-parts.h"
#include "form/side-by-side.h"
#include "form/words.h"
#include "review/home-words.h"

#include <glib/gi18n-lib.h>

#define LEAST_COLUMN 168
#define USUAL_DPI (96 * 1024)

/* One field of a record that differs: theirs, ours and what both were made of, side by side, and what a
 * person makes of it. */
struct _AccordHomeField
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *theirs;
  GtkWidget *ours;
  GtkWidget *third;
  GtkWidget *editor;
  GtkWidget *state;

  AccordHomeModel *model;
  const AccordHomeItem *item;
  AccordMergeField *field;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordHomeField, accord_home_field, GTK_TYPE_WIDGET)

static void
show_state (AccordHomeField *self)
{
  const gboolean undecided = accord_home_field_is_undecided (self->item, self->field);

  gtk_widget_set_visible (self->state, undecided);
}

/* A choice made elsewhere, as for the whole record, shows here. */
static void
update (AccordHomeField *self)
{
  self->settling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->theirs),
                               self->field->choice == ACCORD_MERGE_TAKE_THEIRS);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->ours), self->field->choice == ACCORD_MERGE_TAKE_OURS);
  if (self->third != NULL)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->third),
                                   self->field->choice == ACCORD_MERGE_TAKE_OTHER);
      gtk_widget_set_visible (self->editor, self->field->choice == ACCORD_MERGE_TAKE_OTHER);
    }
  show_state (self);
  self->settling = FALSE;
}

static void
take_third (AccordHomeField *self)
{
  const guint index = accord_field_editor_get_index (ACCORD_FIELD_EDITOR (self->editor));
  g_autoptr (AccordRecord) record = accord_record_new (self->item->kind);
  g_autoptr (GError) error = NULL;

  if (!accord_field_editor_store (ACCORD_FIELD_EDITOR (self->editor), record, &error))
    {
      /* Half a date is no value yet: nothing can be taken in until it is one. */
      accord_field_editor_set_error (ACCORD_FIELD_EDITOR (self->editor), error->message);
      self->field->choice = ACCORD_MERGE_UNDECIDED;
      return;
    }
  accord_field_editor_set_error (ACCORD_FIELD_EDITOR (self->editor), NULL);
  g_free (self->field->other);
  self->field->other = accord_dossier_value_dup (record, index);
  self->field->choice = ACCORD_MERGE_TAKE_OTHER;
}

static void
on_chosen (GtkCheckButton *button, AccordHomeField *self)
{
  if (self->settling || !gtk_check_button_get_active (button))
    return;
  if (GTK_WIDGET (button) == self->theirs)
    self->field->choice = ACCORD_MERGE_TAKE_THEIRS;
  else if (GTK_WIDGET (button) == self->ours)
    self->field->choice = ACCORD_MERGE_TAKE_OURS;
  else
    {
      take_third (self);
      gtk_widget_show (self->editor);
      accord_field_editor_focus (ACCORD_FIELD_EDITOR (self->editor));
    }
  accord_home_model_note (self->model);
}

static void
on_edited (AccordHomeField *self)
{
  if (self->settling || !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->third)))
    return;
  self->settling = TRUE;
  take_third (self);
  accord_home_model_note (self->model);
  show_state (self);
  self->settling = FALSE;
}

static void
on_model (AccordHomeField *self)
{
  if (!self->settling)
    update (self);
}

static void
accord_home_field_dispose (GObject *object)
{
  AccordHomeField *self = ACCORD_HOME_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (accord_home_field_parent_class)->dispose (object);
}

static void
accord_home_field_class_init (AccordHomeFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_home_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_home_field_init (AccordHomeField *self)
{
}

/* Room for a few words a line, however large the letters are. */
static int
least_column (void)
{
  int dpi = -1;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (int) ((gint64) LEAST_COLUMN * dpi / USUAL_DPI) : LEAST_COLUMN;
}

/* Words that came and went since @before are marked by shape. */
static GtkWidget *
make_column (const char *title, const char *before, const char *value, gboolean marked)
{
  GtkWidget *column = accord_words_new (3), *label = accord_page_label (NULL, NULL);
  g_autofree char *markup = marked && value != NULL ? accord_versions_dup_markup (before, value) : NULL;

  gtk_widget_add_css_class (column, "merge-column");
  if (markup != NULL)
    gtk_label_set_markup (GTK_LABEL (label), markup);
  else
    gtk_label_set_label (GTK_LABEL (label), value != NULL ? value : _ ("nothing"));
  if (value == NULL)
    gtk_widget_add_css_class (label, "second-line");
  accord_words_append (column, accord_page_label (title, "caption-line"));
  accord_words_append (column, label);
  return column;
}

static GtkWidget *
make_columns (AccordHomeField *self)
{
  const AccordHomecoming *home = accord_home_model_get_home (self->model);
  const AccordMergeField *field = self->field;
  const AccordKind *kind = self->item->kind;
  GtkWidget *columns = accord_side_by_side_new (least_column (), 12);
  g_autofree char *base = accord_home_dup_value (home, kind, field->field, field->base);
  g_autofree char *ours = accord_home_dup_value (home, kind, field->field, field->ours);
  g_autofree char *theirs = accord_home_dup_value (home, kind, field->field, field->theirs);
  const char *before = field->base_known ? base : ours;

  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (columns),
                              make_column (_ ("Theirs"), before, theirs, before != NULL));
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (columns),
                              make_column (_ ("Ours"), base, ours, field->base_known && base != NULL));
  accord_side_by_side_append (
      ACCORD_SIDE_BY_SIDE (columns),
      make_column (_ ("Before both"), NULL, field->base_known ? base : _ ("not known any more"), FALSE));
  return columns;
}

static GtkWidget *
make_choice (AccordHomeField *self, const char *label, const char *field)
{
  GtkWidget *choice = gtk_check_button_new_with_label (label);
  /* Translators: a field, then what can be done with it. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), field, label);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->theirs != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), GTK_CHECK_BUTTON (self->theirs));
  g_signal_connect_object (choice, "toggled", G_CALLBACK (on_chosen), self, 0);
  return choice;
}

/* A value of one's own is written where the field refers to nothing. */
static gboolean
can_write (const AccordHomeItem *item, const AccordMergeField *field)
{
  const int index = accord_kind_find_field (item->kind, field->field);
  const AccordFieldFlags ours = ACCORD_FIELD_DERIVED | ACCORD_FIELD_CONTENT;

  return index >= 0 && item->kind->fields[index].type != ACCORD_FIELD_REFERENCE
         && item->kind->fields[index].type != ACCORD_FIELD_REFERENCES
         && (item->kind->fields[index].flags & ours) == 0;
}

static void
make_editor (AccordHomeField *self, AccordWorkspace *workspace)
{
  const guint index = (guint) accord_kind_find_field (self->item->kind, self->field->field);
  g_autoptr (AccordRecord) record = accord_record_new (self->item->kind);
  const char *begin = self->field->other != NULL ? self->field->other : self->field->theirs;

  accord_dossier_value_put (record, index, begin);
  self->editor = accord_field_editor_new (workspace, self->item->kind, index);
  accord_field_editor_load (ACCORD_FIELD_EDITOR (self->editor), record);
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
}

/**
 * accord_home_field_new:
 * @workspace: where the record is or will be
 * @model: what is gone through
 * @item: a record of it
 * @field: a field of that
 *
 * Returns: (transfer floating): a card in which a person decides on @field
 */
GtkWidget *
accord_home_field_new (AccordWorkspace *workspace, AccordHomeModel *model, const AccordHomeItem *item,
                       AccordMergeField *field)
{
  AccordHomeField *self = g_object_new (ACCORD_TYPE_HOME_FIELD, NULL);
  const char *label = accord_home_field_label (item->kind, field->field);
  GtkWidget *head, *card = accord_page_card (&head, label), *body = accord_words_new (12);
  GtkWidget *choices = accord_side_by_side_new (least_column (), 12);

  self->model = g_object_ref (model);
  self->item = item;
  self->field = field;
  gtk_widget_add_css_class (body, "card-body");
  gtk_widget_add_css_class (body, "text-editor");
  self->state = accord_page_label (_ ("to decide"), "merge-open");
  gtk_box_append (GTK_BOX (head), self->state);
  accord_words_append (body, make_columns (self));
  self->theirs = make_choice (self, _ ("Take theirs"), label);
  self->ours = make_choice (self, _ ("Keep ours"), label);
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (choices), self->theirs);
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (choices), self->ours);
  accord_words_append (body, choices);
  if (can_write (item, field))
    {
      self->third = make_choice (self, _ ("Write another"), label);
      make_editor (self, workspace);
      accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (choices), self->third);
      accord_words_append (body, self->editor);
    }
  gtk_box_append (GTK_BOX (card), body);
  self->box = card;
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
