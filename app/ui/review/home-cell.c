/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-cell.h"

#include "form/words.h"
#include "review/home-model.h"
#include "review/home-words.h"

#include <glib/gi18n-lib.h>

/* One record that would come in: whether it does, what it is, and what would become of it. */
struct _AccordHomeCell
{
  AccordTakeCell parent_instance;

  GtkWidget *line;
  GtkWidget *glyph;
  const char *glyph_class;
};

G_DEFINE_FINAL_TYPE (AccordHomeCell, accord_home_cell, ACCORD_TYPE_TAKE_CELL)

static void
set_class (GtkWidget *widget, const char *style_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
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
show_item (AccordHomeCell *self, const AccordTakeCellParts *parts, const AccordHomeItem *item)
{
  const gboolean undecided = accord_home_item_is_undecided (item);
  const gboolean taken = accord_home_item_is_taken (item);
  g_autofree char *icon = g_strdup_printf ("accord-%s-symbolic", item->kind->name);
  g_autofree char *line = accord_home_dup_line (item);
  g_autofree char *title = g_strdup (item->title);
  g_autofree char *spoken = NULL;

  g_strdelimit (title, "\r\n\t", ' ');
  gtk_image_set_from_icon_name (GTK_IMAGE (parts->image), icon);
  gtk_label_set_label (GTK_LABEL (parts->title), title);
  gtk_label_set_label (GTK_LABEL (self->line), line);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check), taken);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (parts->check), undecided);
  show_glyph (self, item, undecided);
  set_class (GTK_WIDGET (self), "dropped", !taken && !undecided);
  /* Translators: what would come in, what becomes of it, and whether a person takes it. */
  spoken = g_strdup_printf (_ ("%s. %s. %s"), title, line,
                            undecided ? _ ("To decide")
                            : taken   ? _ ("Taken")
                                      : _ ("Left out"));
  accord_take_cell_say (ACCORD_TAKE_CELL (self), spoken);
}

static void
accord_home_cell_show (AccordTakeCell *cell, gpointer model, gpointer entry)
{
  AccordHomeCell *self = ACCORD_HOME_CELL (cell);
  const AccordTakeCellParts *parts = accord_take_cell_get_parts (cell);
  const AccordHomeItem *item = accord_home_entry_get_item (entry);

  gtk_widget_set_visible (parts->check, item != NULL);
  gtk_widget_set_visible (parts->image, item != NULL);
  gtk_widget_set_visible (self->line, item != NULL);
  gtk_widget_set_visible (self->glyph, item != NULL);
  set_class (GTK_WIDGET (self), "heading-row", item == NULL);
  if (item != NULL)
    {
      show_item (self, parts, item);
      return;
    }
  set_class (GTK_WIDGET (self), "dropped", FALSE);
  gtk_label_set_label (GTK_LABEL (parts->title), accord_home_entry_get_words (entry));
  accord_take_cell_say (cell, accord_home_entry_get_words (entry));
}

static void
accord_home_cell_take (AccordTakeCell *cell, gpointer model, gpointer entry, gboolean taken)
{
  const AccordHomeItem *item = accord_home_entry_get_item (entry);

  if (item == NULL)
    return;
  /* What both changed is decided on where both can be seen. */
  if (accord_home_item_is_undecided (item))
    accord_take_cell_update (cell);
  else
    accord_home_model_set_taken (model, item, taken);
}

static void
accord_home_cell_class_init (AccordHomeCellClass *klass)
{
  ACCORD_TAKE_CELL_CLASS (klass)->show = accord_home_cell_show;
  ACCORD_TAKE_CELL_CLASS (klass)->take = accord_home_cell_take;
}

static void
accord_home_cell_init (AccordHomeCell *self)
{
  const AccordTakeCellParts *parts = accord_take_cell_get_parts (ACCORD_TAKE_CELL (self));

  self->line = accord_take_cell_make_label ("second-line");
  accord_words_append (parts->words, self->line);
  self->glyph = accord_take_cell_make_image ();
  gtk_widget_set_parent (self->glyph, GTK_WIDGET (self));
}
