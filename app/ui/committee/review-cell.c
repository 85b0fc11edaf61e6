/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-cell.h"

#include "committee/review-model.h"
#include "committee/review-words.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

#define STEP 20
#define DEEPEST 4

/* One line of what was found: whether it is taken, what it is, and what a person should know of it. */
struct _AccordReviewCell
{
  AccordTakeCell parent_instance;

  GtkWidget *second;
  GtkWidget *glyph;
  GtkWidget *line;
  const char *style_class;
  const char *glyph_class;
};

G_DEFINE_FINAL_TYPE (AccordReviewCell, accord_review_cell, ACCORD_TYPE_TAKE_CELL)

static void
swap_class (GtkWidget *widget, const char **kept, const char *style_class)
{
  if (*kept != NULL)
    gtk_widget_remove_css_class (widget, *kept);
  *kept = style_class;
  if (style_class != NULL)
    gtk_widget_add_css_class (widget, style_class);
}

static void
show_line (AccordReviewCell *self, const AccordStatus *status, const char *line)
{
  gtk_widget_set_visible (self->second, line != NULL);
  if (line == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->line), line);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->glyph), status->icon_name);
  swap_class (self->glyph, &self->glyph_class, status->style_class);
}

static void
show_record (AccordReviewCell *self, AccordReviewModel *model, AccordReviewEntry *entry,
             const AccordPlanRow *row)
{
  static const AccordStatus doubt = { "accord-warning-symbolic", "open" };
  const AccordTakeCellParts *parts = accord_take_cell_get_parts (ACCORD_TAKE_CELL (self));
  const AccordKind *kind = accord_record_get_kind (row->record);
  gboolean taken = accord_review_model_get_taken (model, entry);
  gboolean can_take = accord_review_model_can_take (model, entry);
  g_autofree char *icon = g_strdup_printf ("accord-%s-symbolic", kind->name);
  g_autofree char *title = accord_review_dup_row_title (row);
  g_autofree char *line = accord_review_dup_row_line (row);
  g_autofree char *spoken = NULL;
  const char *words;
  const AccordStatus *status = accord_review_get_status (row, &words);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check), taken || !can_take);
  gtk_widget_set_sensitive (parts->check, can_take);
  gtk_image_set_from_icon_name (GTK_IMAGE (parts->image), icon);
  gtk_label_set_label (GTK_LABEL (parts->title), title);
  show_line (self, row->sure && row->why == NULL ? status : &doubt, line);
  swap_class (GTK_WIDGET (self), &self->style_class,
              can_take && !taken                                                        ? "dropped"
              : g_str_equal (kind->name, "meeting") || g_str_equal (kind->name, "item") ? "strong"
                                                                                        : "record");
  /* Translators: what was found, what is known of it, and whether it will be kept. */
  spoken = g_strdup_printf (_ ("%s. %s. %s"), title, line,
                            !can_take ? _ ("Stays")
                            : taken   ? _ ("Taken")
                                      : _ ("Not taken"));
  accord_take_cell_say (ACCORD_TAKE_CELL (self), spoken);
}

static void
show_unread (AccordReviewCell *self, const AccordPageUnread *unread)
{
  static const AccordStatus status = { "accord-status-unknown-symbolic", "unknown" };
  const AccordTakeCellParts *parts = accord_take_cell_get_parts (ACCORD_TAKE_CELL (self));
  g_autofree char *text = g_strdup (unread->text != NULL ? unread->text : "");
  g_autofree char *spoken = NULL;

  g_strdelimit (text, "\r\n\t", ' ');
  g_strstrip (text);
  gtk_image_set_from_icon_name (GTK_IMAGE (parts->image), "accord-source-symbolic");
  gtk_label_set_label (GTK_LABEL (parts->title), *text != '\0' ? text : _ ("The whole page"));
  show_line (self, &status, unread->why);
  swap_class (GTK_WIDGET (self), &self->style_class, "unread");
  spoken = g_strdup_printf (_ ("Not read: %s. %s"), text, unread->why);
  accord_take_cell_say (ACCORD_TAKE_CELL (self), spoken);
}

static void
show_words (AccordReviewCell *self, AccordReviewEntry *entry)
{
  const AccordTakeCellParts *parts = accord_take_cell_get_parts (ACCORD_TAKE_CELL (self));
  const char *words = accord_review_entry_get_words (entry);
  const gboolean heading = accord_review_entry_get_part (entry) == ACCORD_REVIEW_HEADING;

  gtk_label_set_label (GTK_LABEL (parts->title), words);
  show_line (self, NULL, NULL);
  swap_class (GTK_WIDGET (self), &self->style_class, heading ? "heading-row" : "group-row");
  accord_take_cell_say (ACCORD_TAKE_CELL (self), words);
}

static void
accord_review_cell_show (AccordTakeCell *cell, gpointer model, gpointer entry)
{
  AccordReviewCell *self = ACCORD_REVIEW_CELL (cell);
  const AccordTakeCellParts *parts = accord_take_cell_get_parts (cell);
  const AccordPlanRow *row = accord_review_model_get_row (model, entry);
  const AccordPageUnread *unread = accord_review_model_get_unread (model, entry);
  const guint depth = MIN (accord_review_entry_get_depth (entry), DEEPEST);

  gtk_widget_set_visible (parts->check, row != NULL);
  gtk_widget_set_visible (parts->image, row != NULL || unread != NULL);
  gtk_widget_set_margin_start (GTK_WIDGET (self), (int) depth * STEP);
  if (row != NULL)
    show_record (self, model, entry, row);
  else if (unread != NULL)
    show_unread (self, unread);
  else
    show_words (self, entry);
}

static void
accord_review_cell_take (AccordTakeCell *cell, gpointer model, gpointer entry, gboolean taken)
{
  accord_review_model_set_taken (model, entry, taken);
}

static void
accord_review_cell_class_init (AccordReviewCellClass *klass)
{
  ACCORD_TAKE_CELL_CLASS (klass)->show = accord_review_cell_show;
  ACCORD_TAKE_CELL_CLASS (klass)->take = accord_review_cell_take;
}

static void
accord_review_cell_init (AccordReviewCell *self)
{
  const AccordTakeCellParts *parts = accord_take_cell_get_parts (ACCORD_TAKE_CELL (self));

  self->second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  self->glyph = accord_take_cell_make_image ();
  self->line = accord_take_cell_make_label ("second-line");
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_box_append (GTK_BOX (self->second), self->glyph);
  gtk_box_append (GTK_BOX (self->second), self->line);
  accord_words_append (parts->words, self->second);
}
