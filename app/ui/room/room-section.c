/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-section.h"

#include "form/page-parts.h"
#include "room/room-go.h"
#include "room/room-part.h"
#include "room/room-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The summary or one of the five cases, part by part. */
struct _AccordRoomSection
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *marks;
  GtkWidget *body;

  char *field;
  char *text;
  char *sign; /* what the marks depend on */
  int five;
  gboolean writable;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (AccordRoomSection, accord_room_section, GTK_TYPE_WIDGET)

static void
on_comment (AccordRoomSection *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->body); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AccordRoomPart *part = ACCORD_IS_ROOM_PART (child) ? ACCORD_ROOM_PART (child) : NULL;
      g_autofree char *quote = part != NULL ? accord_room_part_dup_selection (part) : NULL;

      if (quote != NULL)
        {
          accord_room_comment_on (GTK_WIDGET (self), "section", accord_room_part_get_section (part), quote);
          return;
        }
    }
  accord_room_comment_on (GTK_WIDGET (self), "section", self->field, NULL);
}

static gboolean
comment_here (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_comment (ACCORD_ROOM_SECTION (widget));
  return TRUE;
}

static void
accord_room_section_dispose (GObject *object)
{
  AccordRoomSection *self = ACCORD_ROOM_SECTION (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->sign, g_free);

  G_OBJECT_CLASS (accord_room_section_parent_class)->dispose (object);
}

static void
accord_room_section_class_init (AccordRoomSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_room_section_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_m, GDK_CONTROL_MASK, comment_here, NULL);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_room_section_init (AccordRoomSection *self)
{
}

/**
 * accord_room_section_new:
 * @field: the case's field: "summary", "economic"
 * @five: the one of the five cases that it is, or -1
 * @writable: whether it can be commented on
 *
 * Returns: (transfer floating): a card without words
 */
GtkWidget *
accord_room_section_new (const char *field, int five, gboolean writable)
{
  AccordRoomSection *self = g_object_new (ACCORD_TYPE_ROOM_SECTION, NULL);
  g_autofree char *title = accord_comment_dup_section_words (field);
  /* Translators: a section of the case. */
  g_autofree char *name = g_strdup_printf (_ ("Comment on %s"), title);
  GtkWidget *head;

  self->field = g_strdup (field);
  self->five = five;
  self->writable = writable;
  self->card = accord_page_card (&head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_box_append (GTK_BOX (head), self->marks);
  if (writable)
    {
      GtkWidget *button = accord_room_comment_button_new (name);

      g_signal_connect_object (button, "clicked", G_CALLBACK (on_comment), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (head), button);
    }
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->body, "room-text");
  gtk_box_append (GTK_BOX (self->card), self->body);
  return GTK_WIDGET (self);
}

static void
show_text (AccordRoomSection *self, const char *text)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (self->shown && g_strcmp0 (self->text, text) == 0)
    return;
  self->shown = TRUE;
  g_free (self->text);
  self->text = g_strdup (text);
  accord_page_empty_box (self->body);
  parts = accord_section_parts (text, self->five);
  for (guint i = 0; i < parts->len; i++)
    gtk_box_append (GTK_BOX (self->body),
                    accord_room_part_new (self->field, parts->pdata[i], self->writable));
  if (parts->len == 0)
    gtk_box_append (GTK_BOX (self->body), accord_page_label (_ ("Nothing is written here."), "second-line"));
}

static gboolean
is_mine (AccordRoomSection *self, AccordRecord *comment)
{
  const char *section = accord_record_get_text (comment, "section");
  gsize length = strlen (self->field);

  return accord_comment_get_on (comment) == ACCORD_COMMENT_ON_SECTION
         && strncmp (section, self->field, length) == 0
         && (section[length] == '\0' || section[length] == '/');
}

/* The part with the words that are quoted; else the one that the comment names; else none. */
static AccordRoomPart *
find_part (AccordRoomSection *self, AccordRecord *comment)
{
  const char *section = accord_record_get_text (comment, "section");
  const char *quote = accord_record_get_text (comment, "quote");
  AccordRoomPart *named = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->body); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AccordRoomPart *part = ACCORD_IS_ROOM_PART (child) ? ACCORD_ROOM_PART (child) : NULL;
      gboolean same = part != NULL && g_strcmp0 (accord_room_part_get_section (part), section) == 0;

      if (part == NULL)
        continue;
      if (quote != NULL && (same || strchr (section, '/') == NULL)
          && accord_room_part_has_quote (part, quote))
        return part;
      if (same && named == NULL && strchr (section, '/') != NULL)
        named = part;
    }
  return named;
}

/* Whether the marks would be others than they are. */
static gboolean
is_other (AccordRoomSection *self, const AccordComments *comments)
{
  g_autoptr (GString) sign = g_string_new (self->text);

  g_string_append_c (sign, '\n');
  for (guint i = 0; i < comments->threads->len; i++)
    {
      AccordRecord *record = ((const AccordCommentThread *) comments->threads->pdata[i])->record;

      if (is_mine (self, record))
        accord_room_sign_comment (sign, record);
    }
  if (g_strcmp0 (sign->str, self->sign) == 0)
    return FALSE;
  g_free (self->sign);
  self->sign = g_strdup (sign->str);
  return TRUE;
}

static void
show_marks (AccordRoomSection *self, const AccordComments *comments)
{
  if (!is_other (self, comments))
    return;
  accord_page_empty_box (self->marks);
  for (GtkWidget *child = gtk_widget_get_first_child (self->body); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ACCORD_IS_ROOM_PART (child))
      accord_room_part_begin_marks (ACCORD_ROOM_PART (child));
  for (guint i = 0; i < comments->threads->len; i++)
    {
      const AccordCommentThread *thread = comments->threads->pdata[i];
      AccordRoomPart *part = is_mine (self, thread->record) ? find_part (self, thread->record) : NULL;

      if (part != NULL)
        accord_room_part_add_mark (part, thread);
      else if (is_mine (self, thread->record))
        accord_room_mark_add (self->marks, thread);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (self->body); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ACCORD_IS_ROOM_PART (child))
      accord_room_part_end_marks (ACCORD_ROOM_PART (child));
}

/**
 * accord_room_section_show:
 * @self: a section
 * @text: (nullable): its words in Markdown
 * @comments: what was said of the case
 *
 * Shows the words, with a mark for each comment on them.
 */
void
accord_room_section_show (AccordRoomSection *self, const char *text, const AccordComments *comments)
{
  g_return_if_fail (ACCORD_IS_ROOM_SECTION (self));

  show_text (self, text);
  show_marks (self, comments);
}

/**
 * accord_room_section_find:
 * @self: a section
 * @comment: a comment
 *
 * Returns: (transfer none) (nullable): the widget that it is on, or %NULL where it is on something else
 */
GtkWidget *
accord_room_section_find (AccordRoomSection *self, AccordRecord *comment)
{
  AccordRoomPart *part;

  if (!is_mine (self, comment))
    return NULL;
  part = find_part (self, comment);
  return part != NULL ? GTK_WIDGET (part) : GTK_WIDGET (self);
}
