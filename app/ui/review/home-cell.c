/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-cell.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "review/home-words.h"

#include <glib/gi18n-lib.h>

#define LINES 2

/* One record that would come in: whether it does, what it is, and what would become of it. The keyboard is on
 * the row, so that nothing within it is a stop of its own. */
struct _AccordHomeCell
{
  GtkWidget parent_instance;

  GtkWidget *check;
  GtkWidget *image;
  GtkWidget *words;
  GtkWidget *title;
  GtkWidget *line;
  GtkWidget *glyph;

  AccordHomeModel *model;
  AccordHomeEntry *entry;
  gulong changed;
  const char *glyph_class;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (AccordHomeCell, accord_home_cell, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget *widget, const char *style_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

/* GTK 4.8 calls a row after its class; what is said of it is said by the row. */
static void
name_row (AccordHomeCell *self, const char *words)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_glyph (AccordHomeCell *self, const AccordHomeItem *item, gboolean undecided)
{
  static const AccordStatus decide = { "accord-status-overdue-symbolic", "overdue" };
  const char *words;
  const AccordStatus *status = undecided ? &decide : accord_home_status (item, &words);

  if (self->glyph_class != NULL)
    gtk_widget_remove_css_class (self->glyph, self->glyph_class);
  self->glyph_class = status->style_class;
  gtk_widget_add_css_class (self->glyph, self->glyph_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->glyph), status->icon_name);
}

static void
show_item (AccordHomeCell *self, const AccordHomeItem *item)
{
  const gboolean undecided = accord_home_item_is_undecided (item);
  const gboolean taken = accord_home_item_is_taken (item);
  g_autofree char *icon = g_strdup_printf ("accord-%s-symbolic", item->kind->name);
  g_autofree char *line = accord_home_dup_line (item);
  g_autofree char *title = g_strdup (item->title);
  g_autofree char *spoken = NULL;

  g_strdelimit (title, "\r\n\t", ' ');
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->line), line);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), taken);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check), undecided);
  show_glyph (self, item, undecided);
  set_class (GTK_WIDGET (self), "dropped", !taken && !undecided);
  /* Translators: what would come in, what becomes of it, and whether a person takes it. */
  spoken = g_strdup_printf (_ ("%s. %s. %s"), title, line,
                            undecided ? _ ("To decide")
                            : taken   ? _ ("Taken")
                                      : _ ("Left out"));
  name_row (self, spoken);
}

static void
update (AccordHomeCell *self)
{
  const AccordHomeItem *item = accord_home_entry_get_item (self->entry);

  self->showing = TRUE;
  gtk_widget_set_visible (self->check, item != NULL);
  gtk_widget_set_visible (self->image, item != NULL);
  gtk_widget_set_visible (self->line, item != NULL);
  gtk_widget_set_visible (self->glyph, item != NULL);
  set_class (GTK_WIDGET (self), "heading-row", item == NULL);
  if (item != NULL)
    show_item (self, item);
  else
    {
      set_class (GTK_WIDGET (self), "dropped", FALSE);
      gtk_label_set_label (GTK_LABEL (self->title), accord_home_entry_get_words (self->entry));
      name_row (self, accord_home_entry_get_words (self->entry));
    }
  self->showing = FALSE;
}

static void
on_toggled (GtkCheckButton *check, AccordHomeCell *self)
{
  const AccordHomeItem *item = self->entry != NULL ? accord_home_entry_get_item (self->entry) : NULL;

  if (self->showing || item == NULL)
    return;
  /* What both changed is decided on where both can be seen. */
  if (accord_home_item_is_undecided (item))
    update (self);
  else
    accord_home_model_set_taken (self->model, item, gtk_check_button_get_active (check));
}

static void
accord_home_cell_dispose (GObject *object)
{
  AccordHomeCell *self = ACCORD_HOME_CELL (object);
  GtkWidget *child;

  accord_home_cell_clear (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_home_cell_parent_class)->dispose (object);
}

static void
accord_home_cell_class_init (AccordHomeCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_home_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reviewcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
make_label (const char *style_class)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_lines (GTK_LABEL (label), LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_image (void)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  return image;
}

static void
accord_home_cell_init (AccordHomeCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 8);
  self->check = gtk_check_button_new ();
  gtk_widget_set_can_focus (self->check, FALSE);
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take it"),
                                  -1);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_toggled), self, 0);
  self->image = make_image ();
  self->words = accord_words_new (1);
  gtk_widget_set_hexpand (self->words, TRUE);
  self->title = make_label ("review-title");
  self->line = make_label ("second-line");
  accord_words_append (self->words, self->title);
  accord_words_append (self->words, self->line);
  self->glyph = make_image ();
  gtk_widget_set_parent (self->check, widget);
  gtk_widget_set_parent (self->image, widget);
  gtk_widget_set_parent (self->words, widget);
  gtk_widget_set_parent (self->glyph, widget);
}

/**
 * accord_home_cell_new:
 *
 * Returns: (transfer floating): a line that shows nothing
 */
GtkWidget *
accord_home_cell_new (void)
{
  return g_object_new (ACCORD_TYPE_HOME_CELL, NULL);
}

/**
 * accord_home_cell_show:
 * @self: a line
 * @model: what is gone through
 * @entry: a line of it
 *
 * Shows @entry, also when what was chosen of it changes.
 */
void
accord_home_cell_show (AccordHomeCell *self, AccordHomeModel *model, AccordHomeEntry *entry)
{
  g_return_if_fail (ACCORD_IS_HOME_CELL (self));

  accord_home_cell_clear (self);
  self->model = g_object_ref (model);
  self->entry = g_object_ref (entry);
  self->changed = g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * accord_home_cell_clear:
 * @self: a line
 *
 * Shows nothing any more.
 */
void
accord_home_cell_clear (AccordHomeCell *self)
{
  g_return_if_fail (ACCORD_IS_HOME_CELL (self));

  if (self->model != NULL)
    g_clear_signal_handler (&self->changed, self->model);
  g_clear_object (&self->model);
  g_clear_object (&self->entry);
}

/**
 * accord_home_cell_get_entry:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what it shows
 */
AccordHomeEntry *
accord_home_cell_get_entry (AccordHomeCell *self)
{
  g_return_val_if_fail (ACCORD_IS_HOME_CELL (self), NULL);

  return self->entry;
}
