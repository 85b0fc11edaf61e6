/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-head.h"

#include "date.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

/* Which case it is, who asks until when, and how far the reviewer is. */
struct _AccordRoomHead
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *asked;
  GtkWidget *signed_by;
  GtkWidget *shield;
  GtkWidget *due;
  GtkWidget *due_icon;
  GtkWidget *outcome;
  GtkWidget *progress;
  GtkWidget *comments;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (AccordRoomHead, accord_room_head, GTK_TYPE_WIDGET)

static void
accord_room_head_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_ROOM_HEAD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_room_head_parent_class)->dispose (object);
}

static void
accord_room_head_class_init (AccordRoomHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_room_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "roomhead");
}

static GtkWidget *
make_link (const char *action, GtkWidget **label)
{
  GtkWidget *button = gtk_button_new ();

  *label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (*label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), *label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "room-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_icon_line (GtkWidget **icon, GtkWidget **label, const char *style_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  *icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role",
                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (*icon, "glyph");
  *label = accord_page_label (NULL, style_class);
  gtk_widget_set_hexpand (*label, TRUE);
  gtk_box_append (GTK_BOX (box), *icon);
  gtk_box_append (GTK_BOX (box), *label);
  return box;
}

static GtkWidget *
make_standing (AccordRoomHead *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->outcome = accord_status_pill_new ();
  gtk_widget_set_valign (self->outcome, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "room-standing");
  gtk_box_append (GTK_BOX (line), self->outcome);
  gtk_box_append (GTK_BOX (line), make_link ("room.checklist", &self->progress));
  gtk_box_append (GTK_BOX (line), make_link ("room.comments", &self->comments));
  return line;
}

static void
accord_room_head_init (AccordRoomHead *self)
{
  GtkWidget *words = accord_words_new (3);

  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->name = accord_page_label (NULL, "page-title");
  gtk_label_set_lines (GTK_LABEL (self->name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  self->asked = accord_page_label (NULL, "subtitle");
  gtk_label_set_lines (GTK_LABEL (self->asked), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->asked), PANGO_ELLIPSIZE_END);
  accord_words_append (words, self->name);
  accord_words_append (words, self->asked);
  accord_words_append (words, make_icon_line (&self->due_icon, &self->due, "second-line"));
  accord_words_append (words, make_icon_line (&self->shield, &self->signed_by, "second-line"));
  gtk_widget_set_hexpand (words, TRUE);
  self->back = accord_page_button (_ ("_Return…"));
  gtk_widget_add_css_class (self->back, "suggested-action");
  gtk_widget_set_valign (self->back, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "room.return");
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), self->back);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), make_standing (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_room_head_new:
 *
 * Returns: (transfer floating): a head without a reading
 */
GtkWidget *
accord_room_head_new (void)
{
  return g_object_new (ACCORD_TYPE_ROOM_HEAD, NULL);
}

static void
show_link (GtkWidget *label, const char *words)
{
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static char *
dup_asked (const AccordReading *reading)
{
  g_autoptr (GString) words = g_string_new (reading->version_name);

  if (reading->asked_by != NULL)
    {
      if (words->len > 0)
        g_string_append (words, " · ");
      /* Translators: the organisation that asks for a review. */
      g_string_append_printf (words, _ ("asked by %s"), reading->asked_by);
      if (reading->person != NULL)
        g_string_append_printf (words, " (%s)", reading->person);
    }
  if (reading->organisation != NULL)
    {
      if (words->len > 0)
        g_string_append (words, " · ");
      /* Translators: the organisation that the review is written for. */
      g_string_append_printf (words, _ ("read for %s"), reading->organisation);
    }
  return g_strdup (words->str);
}

static void
show_due (AccordRoomHead *self, AccordRoomData *data, const char *today)
{
  gboolean past;
  g_autofree char *due = accord_room_data_dup_due (data, today, &past);
  g_autofree char *date =
      data->reading->returned != NULL ? accord_date_format (data->reading->returned) : NULL;
  /* Translators: when the answer is due, then when it was returned. */
  g_autofree char *both = date != NULL ? g_strdup_printf (_ ("%s · returned %s"), due, date) : NULL;

  gtk_label_set_label (GTK_LABEL (self->due), both != NULL ? both : due);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->due_icon),
                                past ? "accord-status-overdue-symbolic" : "accord-calendar-symbolic");
  if (past)
    gtk_widget_add_css_class (self->due_icon, "overdue");
  else
    gtk_widget_remove_css_class (self->due_icon, "overdue");
}

/* A signature says whose a file is only as far as somebody knows whose the key is. */
static void
show_signer (AccordRoomHead *self, const AccordReading *reading)
{
  const gboolean trusted = reading->trust == ACCORD_TRUST_TRUSTED || reading->trust == ACCORD_TRUST_OWN;
  const char *key = reading->words != NULL ? reading->words : "";
  g_autofree char *words = NULL;

  if (reading->signed_by == NULL)
    words = g_strdup (_ ("Who signed it is not known"));
  else if (trusted)
    /* Translators: who signed, then the words of their key. */
    words = g_strdup_printf (_ ("Signed by %s, whose key is trusted: %s"), reading->signed_by, key);
  else if (reading->trust == ACCORD_TRUST_CHANGED)
    /* Translators: the same. */
    words = g_strdup_printf (_ ("Signed as %s, but not with the key that is trusted: %s"), reading->signed_by,
                             key);
  else
    /* Translators: the same. */
    words = g_strdup_printf (_ ("Signed as %s, whose key nobody here has compared yet: %s"),
                             reading->signed_by, key);
  gtk_label_set_label (GTK_LABEL (self->signed_by), words);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->shield),
                                trusted ? "accord-shield-symbolic" : "accord-warning-symbolic");
}

static void
show_outcome (AccordRoomHead *self, AccordRecord *review)
{
  static const AccordStatus none = { "accord-status-open-symbolic", "unknown" };
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (review), "outcome");
  const char *outcome = accord_record_get_text (review, "outcome");
  const char *label = accord_field_choice_label (field, outcome);

  accord_status_pill_show (ACCORD_STATUS_PILL (self->outcome),
                           label != NULL ? accord_status_find (field, outcome) : &none,
                           label != NULL ? _ (label) : _ ("No decision yet"));
}

/**
 * accord_room_head_show:
 * @self: a head
 * @data: a reading
 * @today: today as an ISO date
 *
 * Shows how it stands.
 */
void
accord_room_head_show (AccordRoomHead *self, AccordRoomData *data, const char *today)
{
  const AccordCaseReview *checklist = data->checklist;
  g_autofree char *asked = dup_asked (data->reading);
  g_autofree char *comments = accord_comments_dup_count (data->comments);
  g_autofree char *progress = NULL;

  g_return_if_fail (ACCORD_IS_ROOM_HEAD (self));

  /* Translators: how many questions of the checklist are answered. */
  progress = g_strdup_printf (_ ("Checklist: %u of %u"), checklist->n_answered, checklist->n_questions);
  gtk_label_set_label (GTK_LABEL (self->name), data->reading->case_name);
  gtk_widget_set_tooltip_text (self->name, data->reading->case_name);
  gtk_label_set_label (GTK_LABEL (self->asked), asked);
  gtk_widget_set_tooltip_text (self->asked, asked);
  gtk_widget_set_visible (self->asked, *asked != '\0');
  show_due (self, data, today);
  show_signer (self, data->reading);
  show_outcome (self, data->review);
  show_link (self->progress, progress);
  show_link (self->comments, comments);
}
