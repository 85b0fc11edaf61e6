/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/section-view.h"

#include "form/page-parts.h"
#include "form/section-lines.h"

#include <glib/gi18n-lib.h>

/* A card with a part of a record. Its pencil turns it into fields in place. */
struct _AccordSectionView
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *fold;
  GtkWidget *pencil;
  GtkWidget *body;
  GtkWidget *lines;
  GtkWidget *editing;
  GtkWidget *form;

  AccordWorkspace *workspace;
  AccordRecord *record;
  AccordFormSection section;
  gboolean dirty;
  gboolean saving;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (AccordSectionView, accord_section_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  PROP_EDITING,
  N_PROPS
};

enum
{
  OPEN_RECORD,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_dirty (AccordSectionView *self)
{
  gboolean dirty = self->form != NULL && accord_form_get_dirty (ACCORD_FORM (self->form));

  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
show_lines (AccordSectionView *self)
{
  gboolean folded = self->fold != NULL && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold));

  gtk_widget_set_visible (self->pencil, self->editable && (self->form == NULL || self->saving) && !folded);
  gtk_widget_set_visible (self->body, self->form != NULL || !folded);
  gtk_widget_set_visible (self->lines, self->form == NULL);
}

/* The widget in the form that has the keyboard, if one has. */
static GtkWidget *
focus_within (AccordSectionView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && self->editing != NULL && gtk_widget_is_ancestor (focus, self->editing) ? focus
                                                                                                 : NULL;
}

/* An entry that goes, or that can no longer be typed into, must have lost the focus before: the focus goes
 * where it came from. One that is elsewhere stays there. */
static void
release_focus (AccordSectionView *self)
{
  if (focus_within (self) == NULL)
    return;
  gtk_widget_set_visible (self->pencil, TRUE);
  gtk_widget_grab_focus (self->pencil);
}

static void
leave_form (AccordSectionView *self)
{
  GtkWidget *editing = self->editing;

  if (self->form == NULL)
    return;
  release_focus (self);
  self->editing = NULL;
  self->form = NULL;
  self->saving = FALSE;
  show_lines (self);
  gtk_box_remove (GTK_BOX (self->body), editing);
  update_dirty (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordSectionView) self = user_data;

  if (self->form != (GtkWidget *) source)
    return;
  self->saving = FALSE;
  gtk_widget_set_sensitive (self->editing, TRUE);
  if (accord_form_save_finish (ACCORD_FORM (source), result, NULL, NULL))
    {
      leave_form (self);
      return;
    }
  if (!accord_form_focus_fault (ACCORD_FORM (source)))
    accord_form_focus_first (ACCORD_FORM (source));
  show_lines (self);
}

static void
on_open_record (GtkWidget *lines, const char *kind, gint64 id, AccordSectionView *self)
{
  g_signal_emit (self, signals[OPEN_RECORD], 0, kind, id);
}

static void
on_folded (AccordSectionView *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold));

  gtk_button_set_icon_name (GTK_BUTTON (self->fold), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  show_lines (self);
}

static void
on_pencil (AccordSectionView *self)
{
  accord_section_view_edit (self);
}

static void
accord_section_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AccordSectionView *self = ACCORD_SECTION_VIEW (object);

  switch (prop_id)
    {
    case PROP_DIRTY:
      g_value_set_boolean (value, self->dirty);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->form != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_section_view_dispose (GObject *object)
{
  AccordSectionView *self = ACCORD_SECTION_VIEW (object);

  self->form = NULL;
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_section_view_parent_class)->dispose (object);
}

static void
accord_section_view_class_init (AccordSectionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = accord_section_view_get_property;
  object_class->dispose = accord_section_view_dispose;

  /**
   * AccordSectionView:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, flags);

  /**
   * AccordSectionView:editing:
   *
   * Whether the section shows fields to type into.
   */
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AccordSectionView::open-record:
   * @kind: the name of a kind
   * @id: a record of it
   *
   * A person wants to see a record that is named here.
   */
  signals[OPEN_RECORD] = g_signal_new ("open-record", ACCORD_TYPE_SECTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_section_view_init (AccordSectionView *self)
{
  self->editable = TRUE;
}

static void
add_head (AccordSectionView *self, GtkWidget *head)
{
  const char *title = accord_form_section_get_label (self->section);
  /* Translators: %s is the heading of a section of a page. */
  g_autofree char *label = g_strdup_printf (_ ("Edit “%s”"), title);

  self->pencil = accord_page_icon_button ("document-edit-symbolic", label);
  g_signal_connect_object (self->pencil, "clicked", G_CALLBACK (on_pencil), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->pencil);
  if (self->section != ACCORD_FORM_FACTS)
    return;
  self->fold = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_set_tooltip_text (self->fold, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->fold, "toggled", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->fold);
}

/**
 * accord_section_view_new:
 * @workspace: where records are kept
 * @section: which part of a record
 *
 * Returns: (transfer floating): a card for it
 */
GtkWidget *
accord_section_view_new (AccordWorkspace *workspace, AccordFormSection section)
{
  AccordSectionView *self = g_object_new (ACCORD_TYPE_SECTION_VIEW, NULL);
  GtkWidget *head;

  self->workspace = g_object_ref (workspace);
  self->section = section;
  self->card = accord_page_card (&head, accord_form_section_get_label (section));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  add_head (self, head);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->body, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->body);
  self->lines = accord_section_lines_new (section);
  g_signal_connect_object (self->lines, "open-record", G_CALLBACK (on_open_record), self, 0);
  gtk_box_append (GTK_BOX (self->body), self->lines);
  if (self->fold != NULL)
    on_folded (self);
  return GTK_WIDGET (self);
}

/**
 * accord_section_view_show:
 * @self: a section
 * @record: the open record
 * @data: (nullable): what is known beyond it
 *
 * Shows what @record has now. Another record than before ends an edit.
 */
void
accord_section_view_show (AccordSectionView *self, AccordRecord *record, AccordPageData *data)
{
  g_autoptr (GArray) fields = NULL;

  g_return_if_fail (ACCORD_IS_SECTION_VIEW (self));

  if (record != self->record)
    leave_form (self);
  g_set_object (&self->record, record);
  accord_section_lines_show (ACCORD_SECTION_LINES (self->lines), record, data);
  fields = accord_form_section_fields (accord_record_get_kind (record), self->section);
  gtk_widget_set_visible (GTK_WIDGET (self), fields->len > 0);
}

/**
 * accord_section_view_set_editable:
 * @self: a section
 * @editable: whether there is a pencil
 */
void
accord_section_view_set_editable (AccordSectionView *self, gboolean editable)
{
  g_return_if_fail (ACCORD_IS_SECTION_VIEW (self));

  self->editable = editable;
  show_lines (self);
}

static GtkWidget *
make_buttons (AccordSectionView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));
  GtkWidget *save = accord_page_button (_ ("_Save"));

  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), save);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (accord_section_view_cancel), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (accord_section_view_save), self, G_CONNECT_SWAPPED);
  return box;
}

/**
 * accord_section_view_edit:
 * @self: a section that shows a record
 *
 * Turns the section into fields and puts the focus into the first.
 *
 * Returns: whether it shows fields now
 */
gboolean
accord_section_view_edit (AccordSectionView *self)
{
  g_autoptr (GArray) fields = NULL;

  g_return_val_if_fail (ACCORD_IS_SECTION_VIEW (self), FALSE);

  if (self->record == NULL || !self->editable || self->form != NULL)
    return self->form != NULL;
  fields = accord_form_section_fields (accord_record_get_kind (self->record), self->section);
  if (fields->len == 0)
    return FALSE;
  self->form = accord_form_new (self->workspace, self->record, fields);
  g_signal_connect_object (self->form, "notify::dirty", G_CALLBACK (update_dirty), self, G_CONNECT_SWAPPED);
  self->editing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->editing), self->form);
  gtk_box_append (GTK_BOX (self->editing), make_buttons (self));
  gtk_box_append (GTK_BOX (self->body), self->editing);
  show_lines (self);
  accord_form_focus_first (ACCORD_FORM (self->form));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
  return TRUE;
}

/**
 * accord_section_view_save:
 * @self: a section
 *
 * Writes what was typed, and shows it as text again once that is done. Without an edit, does nothing.
 */
void
accord_section_view_save (AccordSectionView *self)
{
  g_return_if_fail (ACCORD_IS_SECTION_VIEW (self));

  if (self->form == NULL || self->saving)
    return;
  if (!accord_form_get_dirty (ACCORD_FORM (self->form)))
    {
      leave_form (self);
      return;
    }
  self->saving = TRUE;
  release_focus (self);
  gtk_widget_set_sensitive (self->editing, FALSE);
  accord_form_save_async (ACCORD_FORM (self->form), NULL, on_saved, g_object_ref (self));
}

/**
 * accord_section_view_cancel:
 * @self: a section
 *
 * Forgets what was typed.
 */
void
accord_section_view_cancel (AccordSectionView *self)
{
  g_return_if_fail (ACCORD_IS_SECTION_VIEW (self));

  leave_form (self);
}

/**
 * accord_section_view_get_form:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the form, while the section is edited
 */
AccordForm *
accord_section_view_get_form (AccordSectionView *self)
{
  g_return_val_if_fail (ACCORD_IS_SECTION_VIEW (self), NULL);

  return self->form != NULL ? ACCORD_FORM (self->form) : NULL;
}
