/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "status-pill.h"

struct _AccordStatusPill
{
  GtkWidget parent_instance;

  GtkWidget *image;
  GtkWidget *label;
  const char *style_class;
};

G_DEFINE_FINAL_TYPE (AccordStatusPill, accord_status_pill, GTK_TYPE_WIDGET)

static void
accord_status_pill_dispose (GObject *object)
{
  AccordStatusPill *self = ACCORD_STATUS_PILL (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_status_pill_parent_class)->dispose (object);
}

static void
accord_status_pill_class_init (AccordStatusPillClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_status_pill_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "status");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_status_pill_init (AccordStatusPill *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * accord_status_pill_new:
 *
 * Returns: (transfer floating): a pill that says how something stands, in shape, word and colour
 */
GtkWidget *
accord_status_pill_new (void)
{
  return g_object_new (ACCORD_TYPE_STATUS_PILL, NULL);
}

/**
 * accord_status_pill_show:
 * @self: a pill
 * @status: (nullable): the shape and colour, or %NULL for words alone
 * @words: (nullable): what it says; without words there is no pill
 *
 * Changes what the pill says.
 */
void
accord_status_pill_show (AccordStatusPill *self, const AccordStatus *status, const char *words)
{
  const char *style_class = status != NULL ? status->style_class : "unknown";

  g_return_if_fail (ACCORD_IS_STATUS_PILL (self));

  if (self->style_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style_class);
  self->style_class = style_class;
  gtk_widget_add_css_class (GTK_WIDGET (self), style_class);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), status != NULL ? status->icon_name : NULL);
  gtk_widget_set_visible (self->image, status != NULL);
  gtk_label_set_label (GTK_LABEL (self->label), words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : "", -1);
}

/**
 * accord_status_pill_keep_whole:
 * @self: a pill
 *
 * From now on its words are never shortened, however little room there is.
 */
void
accord_status_pill_keep_whole (AccordStatusPill *self)
{
  g_return_if_fail (ACCORD_IS_STATUS_PILL (self));

  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_NONE);
}
