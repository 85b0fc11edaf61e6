/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/claim-tie.h"

#include "form/form.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* The fields that tie a claim to a figure, in place. Only those that the figure needs are asked for. */
struct _AccordClaimTie
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *form;
  GtkWidget *save;

  const AccordKind *kind;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (AccordClaimTie, accord_claim_tie, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const fields[] = { "measure",    "fund",      "category", "organisation",
                                      "comparison", "threshold", "amount" };

/**
 * accord_claim_tie_asks_for:
 * @measure: (nullable): the figure that a claim rests on
 * @field: one of the fields that describe a tie
 *
 * Returns: whether that figure needs @field
 */
gboolean
accord_claim_tie_asks_for (const char *measure, const char *field)
{
  static const char *const always[] = { "measure", NULL };
  static const char *const organisation[] = { "fund", "organisation", "comparison", "threshold", NULL };
  static const char *const category[] = { "fund", "category", "comparison", "threshold", NULL };
  static const char *const amount[] = { "fund", "comparison", "amount", NULL };

  if (g_strv_contains (always, field))
    return TRUE;
  if (g_strcmp0 (measure, "share-to-organisation") == 0)
    return g_strv_contains (organisation, field);
  if (g_strcmp0 (measure, "share-to-category") == 0)
    return g_strv_contains (category, field);
  return g_strcmp0 (measure, "fund-amount") == 0 && g_strv_contains (amount, field);
}

static void
show_fields (AccordClaimTie *self)
{
  AccordFieldEditor *measure = accord_form_get_editor (ACCORD_FORM (self->form), "measure");
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (accord_field_editor_get_control (measure)));
  const AccordField *field = accord_field_editor_get_field (measure);
  const char *value = selected > 0 ? field->choices[selected - 1].value : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_set_visible (GTK_WIDGET (accord_form_get_editor (ACCORD_FORM (self->form), fields[i])),
                            accord_claim_tie_asks_for (value, fields[i]));
}

static void
finish (AccordClaimTie *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordClaimTie) self = user_data;

  self->saving = FALSE;
  if (self->box == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (accord_form_save_finish (ACCORD_FORM (source), result, NULL, NULL))
    finish (self);
}

static void
save (AccordClaimTie *self)
{
  if (self->saving)
    return;
  if (!accord_form_get_dirty (ACCORD_FORM (self->form)))
    {
      finish (self);
      return;
    }
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  accord_form_save_async (ACCORD_FORM (self->form), NULL, on_saved, g_object_ref (self));
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  save (ACCORD_CLAIM_TIE (widget));
  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  finish (ACCORD_CLAIM_TIE (widget));
  return TRUE;
}

static void
accord_claim_tie_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_CLAIM_TIE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_claim_tie_parent_class)->dispose (object);
}

static void
accord_claim_tie_class_init (AccordClaimTieClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_claim_tie_dispose;

  /**
   * AccordClaimTie::done:
   *
   * What was chosen is kept, or given up.
   */
  signals[DONE] =
      g_signal_new ("done", ACCORD_TYPE_CLAIM_TIE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_claim_tie_init (AccordClaimTie *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "claim-tie");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
make_buttons (AccordClaimTie *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));

  self->save = accord_page_button (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), self->save);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  return box;
}

/**
 * accord_claim_tie_new:
 * @workspace: where the claim is kept
 * @claim: the claim; left alone until it is saved
 *
 * Returns: (transfer floating): fields that say which figure the claim rests on
 */
GtkWidget *
accord_claim_tie_new (AccordWorkspace *workspace, AccordRecord *claim)
{
  AccordClaimTie *self = g_object_new (ACCORD_TYPE_CLAIM_TIE, NULL);
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  AccordFieldEditor *measure;

  self->kind = accord_record_get_kind (claim);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint index = accord_kind_find_field (self->kind, fields[i]);

      g_array_append_val (indices, index);
    }
  self->form = accord_form_new (workspace, claim, indices);
  gtk_box_append (GTK_BOX (self->box), self->form);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
  measure = accord_form_get_editor (ACCORD_FORM (self->form), "measure");
  g_signal_connect_object (accord_field_editor_get_control (measure), "notify::selected",
                           G_CALLBACK (show_fields), self, G_CONNECT_SWAPPED);
  show_fields (self);
  return GTK_WIDGET (self);
}

/**
 * accord_claim_tie_focus:
 * @self: fields in a window
 *
 * Puts the focus into the first.
 */
void
accord_claim_tie_focus (AccordClaimTie *self)
{
  g_return_if_fail (ACCORD_IS_CLAIM_TIE (self));

  accord_form_focus_first (ACCORD_FORM (self->form));
}
