/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-part.h"

#include "room/room-go.h"
#include "room/room-parts.h"
#include "text/formatted-text.h"
#include "text/text-caret.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands under one heading of a case, with a margin for what was said of it. */
struct _AccordRoomPart
{
  GtkWidget parent_instance;

  GtkWidget *text;
  GtkWidget *margin;
  GtkWidget *marks;

  char *section;
  char *title;
  GPtrArray *quotes;
};

G_DEFINE_FINAL_TYPE (AccordRoomPart, accord_room_part, GTK_TYPE_WIDGET)

typedef gboolean (*LabelFunc) (GtkLabel *label, gpointer data);

/* Whether @func is true of a label; the first of which it is ends the walk. */
static gboolean
any_label (GtkWidget *widget, LabelFunc func, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    return func (GTK_LABEL (widget), data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (any_label (child, func, data))
      return TRUE;
  return FALSE;
}

static gboolean
take_selection (GtkLabel *label, gpointer data)
{
  int start, end;
  const char *text = gtk_label_get_text (label);

  if (!gtk_label_get_selection_bounds (label, &start, &end))
    return FALSE;
  *(char **) data = g_utf8_substring (text, start, end);
  return TRUE;
}

/* The words that are selected are meant; without any, what stands under this heading. */
static void
comment_here (AccordRoomPart *self)
{
  g_autofree char *quote = accord_room_part_dup_selection (self);

  /* A heading that means no section of the five is told by its words. */
  accord_room_comment_on (GTK_WIDGET (self), "section", self->section,
                          quote != NULL                         ? quote
                          : strchr (self->section, '/') == NULL ? self->title
                                                                : NULL);
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comment_here (ACCORD_ROOM_PART (widget));
}

static gboolean
set_menu (GtkLabel *label, gpointer menu)
{
  if (gtk_label_get_selectable (label))
    gtk_label_set_extra_menu (label, menu);
  return FALSE;
}

static void
accord_room_part_dispose (GObject *object)
{
  AccordRoomPart *self = ACCORD_ROOM_PART (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->margin, gtk_widget_unparent);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (accord_room_part_parent_class)->dispose (object);
}

static void
accord_room_part_class_init (AccordRoomPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_room_part_dispose;
  gtk_widget_class_install_action (widget_class, "part.comment", NULL, on_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "part.comment", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "roompart");
}

static void
accord_room_part_init (AccordRoomPart *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->quotes = g_ptr_array_new_with_free_func (g_free);
}

static void
add_button (AccordRoomPart *self)
{
  g_autofree char *place = accord_comment_dup_section_words (self->section);
  /* Translators: a section of the case: "Economic case: Appraisal". */
  g_autofree char *name = g_strdup_printf (_ ("Comment on %s"), self->title != NULL ? self->title : place);
  GtkWidget *button = accord_room_comment_button_new (name);

  g_signal_connect_object (button, "clicked", G_CALLBACK (comment_here), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->margin), button);
}

/**
 * accord_room_part_new:
 * @field: the case's field: "economic"
 * @part: what stands under one of its headings
 * @writable: whether it can be commented on
 *
 * Returns: (transfer floating): it, to be read and commented on
 */
GtkWidget *
accord_room_part_new (const char *field, const AccordSectionPart *part, gboolean writable)
{
  AccordRoomPart *self = g_object_new (ACCORD_TYPE_ROOM_PART, NULL);

  self->section = part->code != NULL ? g_strdup_printf ("%s/%s", field, part->code) : g_strdup (field);
  self->title = g_strdup (part->title);
  self->text = accord_formatted_text_new (part->text);
  accord_text_caret_add (self->text);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  self->margin = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->margin, "room-margin");
  gtk_widget_set_parent (self->margin, GTK_WIDGET (self));
  if (writable)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _ ("Comment on These Words"), "part.comment");
      any_label (self->text, set_menu, menu);
      /* What stands before the first heading is commented on by the button of the whole. */
      if (part->title != NULL)
        add_button (self);
    }
  self->marks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->margin), self->marks);
  return GTK_WIDGET (self);
}

/**
 * accord_room_part_get_section:
 * @self: a part
 *
 * Returns: (transfer none): the place of comments on it
 */
const char *
accord_room_part_get_section (AccordRoomPart *self)
{
  return self->section;
}

/**
 * accord_room_part_dup_selection:
 * @self: a part
 *
 * Returns: (transfer full) (nullable): the words that are selected in it
 */
char *
accord_room_part_dup_selection (AccordRoomPart *self)
{
  char *quote = NULL;

  any_label (self->text, take_selection, &quote);
  return quote != NULL ? g_strstrip (quote) : NULL;
}

static gboolean
has_words (GtkLabel *label, gpointer quote)
{
  return strstr (gtk_label_get_text (label), quote) != NULL;
}

/**
 * accord_room_part_has_quote:
 * @self: a part
 * @quote: words
 *
 * Returns: whether they stand in it as they are read
 */
gboolean
accord_room_part_has_quote (AccordRoomPart *self, const char *quote)
{
  return any_label (self->text, has_words, (gpointer) quote);
}

/* --- Marks. */

/**
 * accord_room_part_begin_marks:
 * @self: a part
 *
 * Takes away what was marked, so that it is marked anew.
 */
void
accord_room_part_begin_marks (AccordRoomPart *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->marks)) != NULL)
    gtk_box_remove (GTK_BOX (self->marks), child);
  g_ptr_array_set_size (self->quotes, 0);
}

/**
 * accord_room_part_add_mark:
 * @self: a part
 * @thread: a comment on it
 *
 * Marks it in the margin, and the words that it quotes.
 */
void
accord_room_part_add_mark (AccordRoomPart *self, const AccordCommentThread *thread)
{
  const char *quote = accord_record_get_text (thread->record, "quote");

  accord_room_mark_add (self->marks, thread);
  if (quote != NULL)
    g_ptr_array_add (self->quotes, g_strdup (quote));
}

typedef struct
{
  GPtrArray *quotes;
  GdkRGBA colour;
} Painting;

/* Marked by a line as well as by a colour. */
static void
paint_words (PangoAttrList *list, const char *text, const char *quote, const GdkRGBA *colour)
{
  const char *found = strstr (text, quote);
  PangoAttribute *attributes[2];

  if (found == NULL)
    return;
  attributes[0] = pango_attr_background_new (
      (guint16) (colour->red * 65535), (guint16) (colour->green * 65535), (guint16) (colour->blue * 65535));
  attributes[1] = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = (guint) (found - text);
      attributes[i]->end_index = (guint) (found - text + strlen (quote));
      pango_attr_list_insert (list, attributes[i]);
    }
}

static gboolean
paint_label (GtkLabel *label, gpointer data)
{
  const Painting *painting = data;
  const char *text = gtk_label_get_text (label);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; i < painting->quotes->len; i++)
    paint_words (list, text, painting->quotes->pdata[i], &painting->colour);
  gtk_label_set_attributes (label, list);
  return FALSE;
}

/**
 * accord_room_part_end_marks:
 * @self: a part
 *
 * Marks the quoted words in the text.
 */
void
accord_room_part_end_marks (AccordRoomPart *self)
{
  Painting painting = { self->quotes, { 1, 0.95, 0.8, 1 } };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accord_open_bg",
                                  &painting.colour);
  any_label (self->text, paint_label, &painting);
}
