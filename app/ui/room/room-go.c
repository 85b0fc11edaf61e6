/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-go.h"

/**
 * accord_room_comment:
 * @from: a widget of the reading room
 * @place: (transfer floating): fields of the comment by name, a{sv}: texts, and numbers (x) for references
 * and the page
 *
 * Begins a comment, as the action `room.comment` does.
 */
void
accord_room_comment (GtkWidget *from, GVariant *place)
{
  g_autoptr (GVariant) own = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));

  /* Activating an action does not take a floating reference. */
  own = g_variant_ref_sink (place);
  gtk_widget_activate_action_variant (from, "room.comment", own);
}

/**
 * accord_room_comment_on:
 * @from: a widget of the reading room
 * @field: (nullable): "section" or "figure", or %NULL for the case as a whole
 * @value: (nullable): which
 * @quote: (nullable): the words that are meant
 *
 * Begins a comment on a place in the case.
 */
void
accord_room_comment_on (GtkWidget *from, const char *field, const char *value, const char *quote)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  if (field != NULL)
    g_variant_builder_add (&builder, "{sv}", field, g_variant_new_string (value));
  if (quote != NULL && *quote != '\0')
    g_variant_builder_add (&builder, "{sv}", "quote", g_variant_new_string (quote));
  accord_room_comment (from, g_variant_builder_end (&builder));
}

/**
 * accord_room_show_comment:
 * @from: a widget of the reading room
 * @comment: a comment
 *
 * Shows a comment among the others, as the action `room.show-comment` does.
 */
void
accord_room_show_comment (GtkWidget *from, gint64 comment)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  gtk_widget_activate_action (from, "room.show-comment", "x", comment);
}

/**
 * accord_room_show_place:
 * @from: a widget of the reading room
 * @comment: a comment
 *
 * Shows what a comment is on, as the action `room.show-place` does.
 */
void
accord_room_show_place (GtkWidget *from, gint64 comment)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  gtk_widget_activate_action (from, "room.show-place", "x", comment);
}

/**
 * accord_room_try:
 * @from: a widget of the reading room
 * @comment: a comment whose assumptions are tried again, or 0
 * @figure: (nullable): the figure that it begins from
 *
 * Tries other assumptions, as the action `room.try` does.
 */
void
accord_room_try (GtkWidget *from, gint64 comment, const char *figure)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  gtk_widget_activate_action (from, "room.try", "(xs)", comment, figure != NULL ? figure : "");
}

/**
 * accord_room_delete:
 * @from: a widget of the reading room
 * @comment: a comment
 *
 * Deletes a comment, with its replies, as one change.
 */
void
accord_room_delete (GtkWidget *from, gint64 comment)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  gtk_widget_activate_action (from, "room.delete", "x", comment);
}

/**
 * accord_room_settle_caveat:
 * @from: a widget of the reading room
 * @caveat: a caveat that who reads raised
 * @state: "accepted" where its answer is enough, "open" where it is not
 *
 * Says so, as the action `room.settle-caveat` does.
 */
void
accord_room_settle_caveat (GtkWidget *from, gint64 caveat, const char *state)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  gtk_widget_activate_action (from, "room.settle-caveat", "(xs)", caveat, state);
}
