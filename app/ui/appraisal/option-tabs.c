/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/option-tabs.h"

#include "appraisal/option-change.h"
#include "form/page-parts.h"
#include "go.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NAME_CHARS 28

/* The options of a case side by side, of which one is looked at; what they are measured against and which one
 * is proposed is said in words on them. */
struct _AccordOptionTabs
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *tabs;
  GtkWidget *menu;
  AccordAppraisalWork *work;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (AccordOptionTabs, accord_option_tabs, GTK_TYPE_WIDGET)

static AccordRecord *
get_option (AccordOptionTabs *self)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  guint option = accord_appraisal_work_get_option (self->work);

  return file != NULL && option < file->options->len ? file->options->pdata[option] : NULL;
}

static gint64
get_case (AccordOptionTabs *self)
{
  return accord_record_get_id (accord_appraisal_work_get_file (self->work)->business_case);
}

static void
change (AccordOptionTabs *self, const char *label, AccordOptionChange *deed)
{
  accord_appraisal_work_do (self->work, label, accord_option_change_write, deed,
                            (GDestroyNotify) accord_option_change_free);
}

static AccordOptionChange *
new_change (AccordOptionTabs *self, AccordOptionDeed deed)
{
  AccordRecord *option = get_option (self);

  return accord_option_change_new (deed, get_case (self), option != NULL ? accord_record_get_id (option) : 0);
}

/* --- What a person can do. */

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordOptionTabs *self = ACCORD_OPTION_TABS (widget);
  guint n = accord_appraisal_work_get_file (self->work)->options->len;
  AccordOptionChange *deed = new_change (self, ACCORD_OPTION_ADD);
  g_autofree char *label = NULL;

  deed->name = g_strdup_printf (_ ("Option %u"), n + 1);
  label = g_strdup_printf (_ ("Add “%s”"), deed->name);
  change (self, label, deed);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordOptionTabs *self = ACCORD_OPTION_TABS (widget);
  AccordOptionChange *deed = new_change (self, ACCORD_OPTION_DUPLICATE);
  g_autofree char *title = accord_record_dup_title (get_option (self));
  g_autofree char *label = g_strdup_printf (_ ("Duplicate “%s”"), title);

  /* Translators: %s is the name of an option. */
  deed->name = g_strdup_printf (_ ("%s, a copy"), title);
  change (self, label, deed);
}

static void
prefer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordOptionTabs *self = ACCORD_OPTION_TABS (widget);
  g_autofree char *title = accord_record_dup_title (get_option (self));
  g_autofree char *label = g_strdup_printf (_ ("Prefer “%s”"), title);

  change (self, label, new_change (self, ACCORD_OPTION_PREFER));
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordOptionTabs *self = ACCORD_OPTION_TABS (widget);
  const char *word = g_variant_get_string (parameter, NULL);
  AccordOptionChange *deed = new_change (self, ACCORD_OPTION_COMPARE);
  g_autofree char *title = accord_record_dup_title (get_option (self));
  g_autofree char *label = *word != '\0' ? g_strdup_printf (_ ("Measure against “%s”"), title)
                                         : g_strdup_printf (_ ("Do not measure against “%s”"), title);

  deed->comparator = *word != '\0' ? g_strdup (word) : NULL;
  change (self, label, deed);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_go_to_record (widget, "option", accord_record_get_id (get_option (ACCORD_OPTION_TABS (widget))));
}

static void
on_delete (AdwMessageDialog *dialog, const char *response, AccordOptionTabs *self)
{
  AccordRecord *option = get_option (self);
  g_autofree char *title = option != NULL ? accord_record_dup_title (option) : NULL;
  g_autofree char *label = title != NULL ? g_strdup_printf (_ ("Delete “%s”"), title) : NULL;

  if (label != NULL && g_str_equal (response, "delete"))
    change (self, label, new_change (self, ACCORD_OPTION_DELETE));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordOptionTabs *self = ACCORD_OPTION_TABS (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *title = accord_record_dup_title (get_option (self));
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), title);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                              _ ("Its costs and outcomes go with it. It can be undone."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete",
                                    _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  accord_page_name_buttons (dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- What is shown. */

static const char *
get_mark (AccordRecord *option)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (option), "comparator");
  const char *label = accord_field_choice_label (field, accord_record_get_text (option, "comparator"));

  if (accord_record_get_boolean (option, "preferred"))
    return _ ("Preferred");
  return label != NULL ? _ (label) : NULL;
}

static void
on_toggled (GtkToggleButton *button, AccordOptionTabs *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "accord-index"));

  if (!self->setting && gtk_toggle_button_get_active (button))
    accord_appraisal_work_set_option (self->work, index);
}

static GtkWidget *
make_tab (AccordOptionTabs *self, AccordRecord *option, guint index)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = accord_record_dup_title (option);
  const char *mark = get_mark (option);
  GtkWidget *name = gtk_label_new (title);
  g_autofree char *told =
      g_strdup_printf ("%s%s%s", title, mark != NULL ? ", " : "", mark != NULL ? mark : "");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "first-line");
  gtk_box_append (GTK_BOX (box), name);
  if (mark != NULL)
    {
      GtkWidget *small = gtk_label_new (mark);

      gtk_label_set_xalign (GTK_LABEL (small), 0);
      gtk_widget_add_css_class (small, "second-line");
      gtk_box_append (GTK_BOX (box), small);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "option-tab");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  g_object_set_data (G_OBJECT (button), "accord-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  return button;
}

static void
update_actions (AccordOptionTabs *self)
{
  static const char *const names[] = { "option.duplicate", "option.prefer", "option.compare",
                                       "option.delete" };
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  gboolean writable = !accord_workspace_get_read_only (accord_appraisal_work_get_workspace (self->work));
  gboolean any = get_option (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], writable && any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "option.add", writable && file != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "option.open", any);
}

static void
on_loaded (AccordOptionTabs *self)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  guint option = accord_appraisal_work_get_option (self->work);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, self->tabs);
  GtkToggleButton *group = NULL;

  self->setting = TRUE;
  accord_page_empty_box (self->tabs);
  for (guint i = 0; i < file->options->len; i++)
    {
      GtkWidget *tab = make_tab (self, file->options->pdata[i], i);

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), group);
      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (tab);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), i == option);
      gtk_box_append (GTK_BOX (self->tabs), tab);
      if (focused && i == option)
        gtk_widget_grab_focus (tab);
    }
  self->setting = FALSE;
  update_actions (self);
}

/* --- The object. */

static void
accord_option_tabs_dispose (GObject *object)
{
  AccordOptionTabs *self = ACCORD_OPTION_TABS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_option_tabs_parent_class)->dispose (object);
}

static void
accord_option_tabs_class_init (AccordOptionTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_option_tabs_dispose;
  gtk_widget_class_install_action (widget_class, "option.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "option.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "option.prefer", NULL, prefer_action);
  gtk_widget_class_install_action (widget_class, "option.compare", "s", compare_action);
  gtk_widget_class_install_action (widget_class, "option.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "option.delete", NULL, delete_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new (), *this_one = g_menu_new (), *compare = g_menu_new (), *last = g_menu_new ();

  g_menu_append (this_one, _ ("_Duplicate with its lines"), "option.duplicate");
  g_menu_append (this_one, _ ("This is the _preferred one"), "option.prefer");
  g_menu_append (compare, _ ("Measure against it: do _nothing"), "option.compare::do-nothing");
  g_menu_append (compare, _ ("Measure against it: do the _minimum"), "option.compare::do-minimum");
  g_menu_append (compare, _ ("Do not _measure against it"), "option.compare::");
  g_menu_append (last, _ ("_Rename or describe it"), "option.open");
  g_menu_append (last, _ ("De_lete it with its lines"), "option.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (this_one));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (compare));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  g_object_unref (this_one);
  g_object_unref (compare);
  g_object_unref (last);
  return G_MENU_MODEL (menu);
}

static void
accord_option_tabs_init (AccordOptionTabs *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *add = NULL;
  g_autoptr (GMenuModel) menu = make_menu ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->tabs);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  add = accord_page_icon_button ("list-add-symbolic", _ ("Add an option"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "option.add");
  gtk_box_append (GTK_BOX (self->box), add);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->menu, _ ("This option"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->menu)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("This option"), -1);
  gtk_box_append (GTK_BOX (self->box), self->menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Options"), -1);
}

/**
 * accord_option_tabs_new:
 * @work: an appraisal that is worked on
 *
 * Returns: (transfer floating): its options as tabs
 */
GtkWidget *
accord_option_tabs_new (AccordAppraisalWork *work)
{
  AccordOptionTabs *self = g_object_new (ACCORD_TYPE_OPTION_TABS, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
