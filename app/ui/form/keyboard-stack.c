/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/keyboard-stack.h"

/* That the keyboard was in what a stack showed before. */
#define HAD_KEYBOARD "accord-had-keyboard"

/**
 * accord_keyboard_stack_show:
 * @stack: a stack
 * @name: which of its children is to be seen
 * @passing: whether that is only shown until another is
 *
 * Shows a child. If the keyboard was in the one before, it is let go of first, and comes to the first that
 * does not only pass, unless a person took it elsewhere meanwhile. Left to itself, GTK puts it somewhere else
 * when it next paints; and a child in which it was hidden twice before that is never freed (so up to
 * GTK 4.22).
 */
void
accord_keyboard_stack_show (GtkStack *stack, const char *name, gboolean passing)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_STACK (stack));

  root = gtk_widget_get_root (GTK_WIDGET (stack));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (stack))
      && g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0)
    {
      g_object_set_data (G_OBJECT (stack), HAD_KEYBOARD, stack);
      gtk_root_set_focus (root, NULL);
      focus = NULL;
    }
  gtk_stack_set_visible_child_name (stack, name);
  if (passing)
    return;
  if (focus == NULL && g_object_get_data (G_OBJECT (stack), HAD_KEYBOARD) != NULL)
    gtk_widget_child_focus (gtk_stack_get_visible_child (stack), GTK_DIR_TAB_FORWARD);
  g_object_set_data (G_OBJECT (stack), HAD_KEYBOARD, NULL);
}
