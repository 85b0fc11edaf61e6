/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-caveats.h"

#include "form/page-parts.h"
#include "room/room-caveat.h"

#include <glib/gi18n-lib.h>

/* The caveats that were raised so far: first those of who reads, with what they say of the answers, then
 * those of others, to be read. */
struct _AccordRoomCaveats
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *none;
  GtkWidget *own_title;
  GtkWidget *own;
  GtkWidget *others_title;
  GtkWidget *others;

  gboolean writable;
};

G_DEFINE_FINAL_TYPE (AccordRoomCaveats, accord_room_caveats, GTK_TYPE_WIDGET)

static void
accord_room_caveats_dispose (GObject *object)
{
  AccordRoomCaveats *self = ACCORD_ROOM_CAVEATS (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_room_caveats_parent_class)->dispose (object);
}

static void
accord_room_caveats_class_init (AccordRoomCaveatsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_room_caveats_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_room_caveats_init (AccordRoomCaveats *self)
{
}

static GtkWidget *
add_group (GtkWidget *box, GtkWidget **title)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *title = accord_page_label (NULL, "room-group");
  gtk_box_append (GTK_BOX (box), *title);
  gtk_box_append (GTK_BOX (box), rows);
  return rows;
}

/**
 * accord_room_caveats_new:
 * @writable: whether who reads can say something of the answers
 *
 * Returns: (transfer floating): a card without caveats
 */
GtkWidget *
accord_room_caveats_new (gboolean writable)
{
  AccordRoomCaveats *self = g_object_new (ACCORD_TYPE_ROOM_CAVEATS, NULL);
  GtkWidget *head, *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->writable = writable;
  self->card = accord_page_card (&head, _ ("Caveats so far"));
  gtk_widget_add_css_class (box, "room-foot");
  self->own = add_group (box, &self->own_title);
  self->others = add_group (box, &self->others_title);
  self->none = accord_page_label (_ ("Nobody has raised one."), "second-line");
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (self->card), box);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static gboolean
are_same (GtkWidget *rows, GPtrArray *caveats)
{
  GtkWidget *row = gtk_widget_get_first_child (rows);

  for (guint i = 0; i < caveats->len; i++, row = gtk_widget_get_next_sibling (row))
    if (row == NULL
        || accord_room_caveat_get_id (ACCORD_ROOM_CAVEAT (row)) != accord_record_get_id (caveats->pdata[i]))
      return FALSE;
  return row == NULL;
}

/* A row stays as long as its caveat does, and with it the keyboard. */
static void
show_rows (GtkWidget *rows, GPtrArray *caveats, gboolean theirs_to_say, const char *today)
{
  GtkWidget *row;

  if (!are_same (rows, caveats))
    {
      accord_page_empty_box (rows);
      for (guint i = 0; i < caveats->len; i++)
        gtk_box_append (GTK_BOX (rows), accord_room_caveat_new (theirs_to_say));
    }
  row = gtk_widget_get_first_child (rows);
  for (guint i = 0; i < caveats->len; i++, row = gtk_widget_get_next_sibling (row))
    accord_room_caveat_show (ACCORD_ROOM_CAVEAT (row), caveats->pdata[i], today);
}

/**
 * accord_room_caveats_show:
 * @self: a card
 * @data: a reading
 * @today: today as an ISO date
 *
 * Shows the caveats as they are now.
 */
void
accord_room_caveats_show (AccordRoomCaveats *self, const AccordRoomData *data, const char *today)
{
  const char *who = accord_record_get_text (data->review, "who");
  /* Translators: the organisation for which the case is read. */
  g_autofree char *title = g_strdup_printf (_ ("Raised by %s: yours to accept"), who);

  g_return_if_fail (ACCORD_IS_ROOM_CAVEATS (self));

  gtk_label_set_label (GTK_LABEL (self->own_title), title);
  gtk_label_set_label (GTK_LABEL (self->others_title), _ ("Raised by others"));
  show_rows (self->own, data->own_caveats, self->writable, today);
  show_rows (self->others, data->other_caveats, FALSE, today);
  gtk_widget_set_visible (self->none, data->file->caveats->len == 0);
  gtk_widget_set_visible (self->own_title, data->own_caveats->len > 0);
  gtk_widget_set_visible (self->own, data->own_caveats->len > 0);
  gtk_widget_set_visible (self->others_title, data->own_caveats->len > 0 && data->other_caveats->len > 0);
  gtk_widget_set_visible (self->others, data->other_caveats->len > 0);
}
