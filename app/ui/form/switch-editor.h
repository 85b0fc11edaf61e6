/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/field-editor.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SWITCH_EDITOR (accord_switch_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwitchEditor, accord_switch_editor, ACCORD, SWITCH_EDITOR, AccordFieldEditor)

G_END_DECLS
