/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/field-editor.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CHOICE_EDITOR (accord_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordChoiceEditor, accord_choice_editor, ACCORD, CHOICE_EDITOR, AccordFieldEditor)

G_END_DECLS
