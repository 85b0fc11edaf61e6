/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/take-cell.h"

#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

#define SPACING 8
#define LINES 2

/* The keyboard is on the row, so that nothing within a cell is a stop of its own. */
typedef struct
{
  AccordTakeCellParts parts;

  GObject *model;
  GObject *entry;
  GObject *teller;
  gulong changed;
  gboolean showing;
} AccordTakeCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordTakeCell, accord_take_cell, GTK_TYPE_WIDGET)

static void
on_toggled (GtkCheckButton *check, AccordTakeCell *self)
{
  AccordTakeCellPrivate *priv = accord_take_cell_get_instance_private (self);

  if (!priv->showing && priv->entry != NULL)
    ACCORD_TAKE_CELL_GET_CLASS (self)->take (self, priv->model, priv->entry,
                                             gtk_check_button_get_active (check));
}

static void
accord_take_cell_dispose (GObject *object)
{
  GtkWidget *child;

  accord_take_cell_clear (ACCORD_TAKE_CELL (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_take_cell_parent_class)->dispose (object);
}

static void
accord_take_cell_class_init (AccordTakeCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_take_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reviewcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
accord_take_cell_init (AccordTakeCell *self)
{
  AccordTakeCellPrivate *priv = accord_take_cell_get_instance_private (self);
  AccordTakeCellParts *parts = &priv->parts;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), SPACING);
  parts->check = gtk_check_button_new ();
  gtk_widget_set_can_focus (parts->check, FALSE);
  gtk_widget_set_valign (parts->check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take it"),
                                  -1);
  g_signal_connect_object (parts->check, "toggled", G_CALLBACK (on_toggled), self, 0);
  parts->image = accord_take_cell_make_image ();
  parts->words = accord_words_new (1);
  gtk_widget_set_hexpand (parts->words, TRUE);
  parts->title = accord_take_cell_make_label ("review-title");
  accord_words_append (parts->words, parts->title);
  gtk_widget_set_parent (parts->check, widget);
  gtk_widget_set_parent (parts->image, widget);
  gtk_widget_set_parent (parts->words, widget);
}

/**
 * accord_take_cell_get_parts:
 * @self: a cell
 *
 * Returns: (transfer none): what it is made of
 */
const AccordTakeCellParts *
accord_take_cell_get_parts (AccordTakeCell *self)
{
  AccordTakeCellPrivate *priv = accord_take_cell_get_instance_private (self);

  return &priv->parts;
}

/**
 * accord_take_cell_make_label:
 * @style_class: how it looks
 *
 * Returns: (transfer floating): words of a cell, cut off where they are longer than a row should be high
 */
GtkWidget *
accord_take_cell_make_label (const char *style_class)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_lines (GTK_LABEL (label), LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/**
 * accord_take_cell_make_image:
 *
 * Returns: (transfer floating): an image that says nothing which the words of the cell do not say
 */
GtkWidget *
accord_take_cell_make_image (void)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  return image;
}

/**
 * accord_take_cell_say:
 * @self: a cell
 * @words: all that it shows
 *
 * What a screen reader says of the row. GTK 4.8 calls a row after its class; what is said of it is said by
 * the row.
 */
void
accord_take_cell_say (AccordTakeCell *self, const char *words)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * accord_take_cell_update:
 * @self: a cell that shows something
 *
 * Shows what it shows as that is now.
 */
void
accord_take_cell_update (AccordTakeCell *self)
{
  AccordTakeCellPrivate *priv = accord_take_cell_get_instance_private (self);

  priv->showing = TRUE;
  ACCORD_TAKE_CELL_GET_CLASS (self)->show (self, priv->model, priv->entry);
  priv->showing = FALSE;
}

/**
 * accord_take_cell_show:
 * @self: a cell
 * @model: (type GObject): what is gone through
 * @entry: (type GObject): one of its lines
 * @teller: (type GObject): whose signal "changed" tells that something else is to be shown
 *
 * Shows a line, and what becomes of it until accord_take_cell_clear().
 */
void
accord_take_cell_show (AccordTakeCell *self, gpointer model, gpointer entry, gpointer teller)
{
  AccordTakeCellPrivate *priv = accord_take_cell_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_TAKE_CELL (self));

  accord_take_cell_clear (self);
  priv->model = g_object_ref (model);
  priv->entry = g_object_ref (entry);
  priv->teller = g_object_ref (teller);
  priv->changed = g_signal_connect_object (teller, "changed", G_CALLBACK (accord_take_cell_update), self,
                                           G_CONNECT_SWAPPED);
  accord_take_cell_update (self);
}

/**
 * accord_take_cell_get_entry:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable) (type GObject): the line it shows
 */
gpointer
accord_take_cell_get_entry (AccordTakeCell *self)
{
  AccordTakeCellPrivate *priv = accord_take_cell_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_TAKE_CELL (self), NULL);

  return priv->entry;
}

/**
 * accord_take_cell_clear:
 * @self: a cell
 *
 * Forgets the line; what is to be seen stays until another is shown.
 */
void
accord_take_cell_clear (AccordTakeCell *self)
{
  AccordTakeCellPrivate *priv = accord_take_cell_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_TAKE_CELL (self));

  if (priv->teller != NULL)
    g_clear_signal_handler (&priv->changed, priv->teller);
  g_clear_object (&priv->teller);
  g_clear_object (&priv->entry);
  g_clear_object (&priv->model);
}
