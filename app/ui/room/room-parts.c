/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-parts.h"

#include "form/page-parts.h"
#include "room/room-go.h"

#include <glib/gi18n-lib.h>

/* More marks than these would take the room of what they are on. */
#define MOST_MARKS 3

/* Each sort has a shape of its own, so that its colour is not needed to tell it. */
static const struct
{
  const char *sort;
  const char *icon_name;
} sorts[] = {
  { "question", "accord-question-symbolic" },
  { "correction", "document-edit-symbolic" },
  { "risk", "accord-risk-symbolic" },
  { "caveat", "accord-caveat-symbolic" },
};

/**
 * accord_room_sort_icon:
 * @sort: (nullable): a comment's sort
 *
 * Returns: (transfer none): its picture
 */
const char *
accord_room_sort_icon (const char *sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (sorts[i].sort, sort) == 0)
      return sorts[i].icon_name;
  return "accord-comment-symbolic";
}

static const char *
sort_label (AccordRecord *comment)
{
  const char *label =
      accord_field_choice_label (accord_kind_get_field (accord_record_get_kind (comment), "sort"),
                                 accord_record_get_text (comment, "sort"));

  return label != NULL ? _ (label) : _ ("Comment");
}

static GtkWidget *
make_image (const char *sort)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", accord_room_sort_icon (sort), "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/**
 * accord_room_sort_new:
 * @comment: a comment
 *
 * Returns: (transfer floating): its sort, as shape and word
 */
GtkWidget *
accord_room_sort_new (AccordRecord *comment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  const char *sort = accord_record_get_text (comment, "sort");

  gtk_widget_add_css_class (box, "comment-sort");
  if (sort != NULL)
    gtk_widget_add_css_class (box, sort);
  gtk_box_append (GTK_BOX (box), make_image (sort));
  gtk_box_append (GTK_BOX (box), gtk_label_new (sort_label (comment)));
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/**
 * accord_room_sort_button_new:
 * @sort: a comment's sort
 * @label: what people call it
 *
 * Returns: (transfer floating): a button to choose it by
 */
GtkWidget *
accord_room_sort_button_new (const char *sort, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), make_image (sort));
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static void
on_mark (GtkWidget *mark, gpointer data)
{
  accord_room_show_comment (mark, *(gint64 *) data);
}

static void
free_number (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* A small button for the margin that leads to a comment. */
static GtkWidget *
make_mark (const AccordCommentThread *thread)
{
  const char *sort = accord_record_get_text (thread->record, "sort");
  const char *text = accord_record_get_text (thread->record, "text");
  gint64 id = accord_record_get_id (thread->record);
  GtkWidget *button = gtk_button_new ();
  /* Translators: what sort of comment it is, then its words. */
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s"), sort_label (thread->record), text != NULL ? text : "");

  gtk_button_set_child (GTK_BUTTON (button), make_image (sort));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "comment-mark");
  if (sort != NULL)
    gtk_widget_add_css_class (button, sort);
  if (g_strcmp0 (accord_record_get_text (thread->record, "state"), "closed") == 0)
    gtk_widget_add_css_class (button, "closed");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_mark), g_memdup2 (&id, sizeof id), free_number, 0);
  return button;
}

static GtkWidget *
make_more (const AccordCommentThread *thread)
{
  gint64 id = accord_record_get_id (thread->record);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "comment-mark");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_mark), g_memdup2 (&id, sizeof id), free_number, 0);
  return button;
}

static void
count_more (GtkWidget *more)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (more), "accord-more")) + 1;
  g_autofree char *words = g_strdup_printf ("+%u", n);
  g_autofree char *name = g_strdup_printf (ngettext ("%u more comment", "%u more comments", n), n);

  g_object_set_data (G_OBJECT (more), "accord-more", GUINT_TO_POINTER (n));
  gtk_button_set_label (GTK_BUTTON (more), words);
  gtk_widget_set_tooltip_text (more, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * accord_room_mark_add:
 * @box: a box with marks alone
 * @thread: a comment
 *
 * Adds a small button that leads to the comment; the fourth stands for all that follow, and leads to the
 * first of them.
 */
void
accord_room_mark_add (GtkWidget *box, const AccordCommentThread *thread)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  if (n < MOST_MARKS)
    {
      gtk_box_append (GTK_BOX (box), make_mark (thread));
      return;
    }
  if (n == MOST_MARKS)
    gtk_box_append (GTK_BOX (box), make_more (thread));
  count_more (gtk_widget_get_last_child (box));
}

/**
 * accord_room_comment_button_new:
 * @name: what it is a comment on, for a screen reader: "Comment on the summary"
 *
 * Returns: (transfer floating): a button that leaves the selection of words alone when it is clicked
 */
GtkWidget *
accord_room_comment_button_new (const char *name)
{
  GtkWidget *button = accord_page_icon_button ("accord-comment-symbolic", name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

/**
 * accord_room_name_choice:
 * @choice: a drop-down or a menu button
 * @name: what a screen reader calls it
 *
 * Names it, and the button within it, which is what has the focus.
 */
void
accord_room_name_choice (GtkWidget *choice, const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (choice);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * accord_room_sign_comment:
 * @sign: a text
 * @comment: a comment
 *
 * Adds what its mark depends on, so that marks that are as they were are not made anew: one of them may have
 * the focus.
 */
void
accord_room_sign_comment (GString *sign, AccordRecord *comment)
{
  static const char *const fields[] = { "sort", "state", "section", "figure", "quote", "text" };

  g_string_append_printf (sign, "%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, accord_record_get_id (comment),
                          accord_record_get_int (comment, "option"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = accord_record_get_text (comment, fields[i]);

      g_string_append_printf (sign, "/%s", text != NULL ? text : "");
    }
  g_string_append_c (sign, '\n');
}
