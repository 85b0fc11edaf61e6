/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/rule-card.h"

#include "call-in.h"
#include "form/form.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* By which rule the decisions of a council can be called in; the pencil turns it into fields. */
struct _AccordRuleCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *pencil;
  GtkWidget *body;
  GtkWidget *rule;
  GtkWidget *note;
  GtkWidget *editing;
  GtkWidget *form;

  AccordWorkspace *workspace;
  AccordRecord *organisation;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (AccordRuleCard, accord_rule_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const fields[] = { "call-in-signatories", "call-in-days", "call-in-counting" };

static void
update_dirty (AccordRuleCard *self)
{
  gboolean dirty = self->form != NULL && accord_form_get_dirty (ACCORD_FORM (self->form));

  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
show_state (AccordRuleCard *self)
{
  gboolean may = self->organisation != NULL && accord_record_get_deleted (self->organisation) == NULL
                 && !accord_workspace_get_read_only (self->workspace);

  gtk_widget_set_visible (self->pencil, may && self->form == NULL);
  gtk_widget_set_visible (self->rule, self->form == NULL);
  gtk_widget_set_visible (self->note,
                          self->form == NULL && *gtk_label_get_label (GTK_LABEL (self->note)) != '\0');
}

/* What is typed into must have lost the focus before it goes. */
static void
leave (AccordRuleCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *editing = self->editing;
  gboolean within = focus != NULL && editing != NULL && gtk_widget_is_ancestor (focus, editing);

  if (self->form == NULL)
    return;
  self->form = NULL;
  self->editing = NULL;
  show_state (self);
  if (within)
    gtk_widget_grab_focus (self->pencil);
  gtk_box_remove (GTK_BOX (self->body), editing);
  update_dirty (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordRuleCard) self = data;

  if (self->form != (GtkWidget *) source)
    return;
  gtk_widget_set_sensitive (self->editing, TRUE);
  if (accord_form_save_finish (ACCORD_FORM (source), result, NULL, NULL))
    leave (self);
  else
    accord_form_focus_fault (ACCORD_FORM (source));
}

static void
save (AccordRuleCard *self)
{
  if (!accord_form_get_dirty (ACCORD_FORM (self->form)))
    {
      leave (self);
      return;
    }
  accord_form_save_async (ACCORD_FORM (self->form), NULL, on_saved, g_object_ref (self));
}

static GtkWidget *
make_buttons (AccordRuleCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));
  GtkWidget *keep = accord_page_button (_ ("_Save"));

  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), keep);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  return box;
}

static void
edit (AccordRuleCard *self)
{
  const AccordKind *kind = accord_record_get_kind (self->organisation);
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint index = (guint) accord_kind_find_field (kind, fields[i]);

      g_array_append_val (indexes, index);
    }
  self->form = accord_form_new (self->workspace, self->organisation, indexes);
  g_signal_connect_object (self->form, "notify::dirty", G_CALLBACK (update_dirty), self, G_CONNECT_SWAPPED);
  self->editing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->editing), self->form);
  gtk_box_append (GTK_BOX (self->editing), make_buttons (self));
  gtk_box_append (GTK_BOX (self->body), self->editing);
  show_state (self);
  accord_form_focus_first (ACCORD_FORM (self->form));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordRuleCard *self = ACCORD_RULE_CARD (widget);
  gboolean editing = self->form != NULL;

  leave (self);
  return editing;
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordRuleCard *self = ACCORD_RULE_CARD (widget);

  if (self->form == NULL)
    return FALSE;
  save (self);
  return TRUE;
}

static void
accord_rule_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, ACCORD_RULE_CARD (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_rule_card_dispose (GObject *object)
{
  AccordRuleCard *self = ACCORD_RULE_CARD (object);

  self->form = NULL;
  self->editing = NULL;
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->organisation);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_rule_card_parent_class)->dispose (object);
}

static void
accord_rule_card_class_init (AccordRuleCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = accord_rule_card_get_property;
  G_OBJECT_CLASS (klass)->dispose = accord_rule_card_dispose;

  /**
   * AccordRuleCard:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_rule_card_init (AccordRuleCard *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Call-in of its decisions"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->pencil = accord_page_icon_button ("document-edit-symbolic", _ ("Edit the rule for call-ins"));
  g_signal_connect_object (self->pencil, "clicked", G_CALLBACK (edit), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->pencil);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->body, "card-body");
  self->rule = accord_page_label (NULL, "first-line");
  self->note = accord_page_label (NULL, "second-line");
  gtk_box_append (GTK_BOX (self->body), self->rule);
  gtk_box_append (GTK_BOX (self->body), self->note);
  gtk_box_append (GTK_BOX (self->card), self->body);
}

/**
 * accord_rule_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without a rule
 */
GtkWidget *
accord_rule_card_new (AccordWorkspace *workspace)
{
  AccordRuleCard *self = g_object_new (ACCORD_TYPE_RULE_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_rule_card_show:
 * @self: a card
 * @organisation: an organisation
 *
 * Shows by which rule its decisions can be called in. Only councils have one; of another organisation it is
 * shown where one is on record. What is being typed about the same organisation stays.
 */
void
accord_rule_card_show (AccordRuleCard *self, AccordRecord *organisation)
{
  gint64 signatories, days;
  const char *counting;
  g_autofree char *rule = NULL;
  gboolean known;

  g_return_if_fail (ACCORD_IS_RULE_CARD (self));
  g_return_if_fail (ACCORD_IS_RECORD (organisation));

  if (self->organisation != organisation)
    leave (self);
  g_set_object (&self->organisation, organisation);
  signatories = accord_record_get_int (organisation, "call-in-signatories");
  days = accord_record_get_int (organisation, "call-in-days");
  counting = accord_record_get_text (organisation, "call-in-counting");
  rule = accord_call_in_dup_rule (signatories, days, counting);
  known = days != ACCORD_UNKNOWN && counting != NULL;
  gtk_label_set_label (GTK_LABEL (self->rule), rule != NULL ? rule : _ ("Not known"));
  gtk_label_set_label (
      GTK_LABEL (self->note),
      known ? ""
            : _ ("Until its days and how they are counted are on record, nobody can say when a "
                 "decision may still be called in. The rule stands in its constitution."));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          rule != NULL || counting != NULL
                              || g_strcmp0 (accord_record_get_text (organisation, "type"), "council") == 0);
  show_state (self);
}
