// A form with one control of every kind, for the page's tests. More parts than Discord's five, so that one form shows all. Data only.
import { ComponentType, TextInputStyle } from "discord-api-types/v10";
import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";

export const everyControl: APIModalInteractionResponseCallbackData = {
  custom_id: "1:record",
  title: "Registrar ataque",
  components: [
    { type: ComponentType.TextDisplay, content: "Cada dato **con su fuente**." },
    {
      type: ComponentType.Label,
      label: "Nota",
      description: "Se firma con tu nombre",
      component: {
        type: ComponentType.TextInput,
        custom_id: "note",
        style: TextInputStyle.Paragraph,
        min_length: 3,
        max_length: 200,
      },
    },
    {
      type: ComponentType.Label,
      label: "Blanco",
      component: {
        type: ComponentType.RadioGroup,
        custom_id: "target",
        options: [
          { label: "Lancha", value: "boat", description: "De motor" },
          { label: "Tierra", value: "land" },
        ],
      },
    },
    {
      type: ComponentType.Label,
      label: "Prueba",
      component: {
        type: ComponentType.CheckboxGroup,
        custom_id: "proof",
        required: false,
        options: [
          { label: "Video", value: "video" },
          { label: "Foto", value: "photo" },
        ],
      },
    },
    { type: ComponentType.Label, label: "Es seguro", component: { type: ComponentType.Checkbox, custom_id: "sure" } },
    {
      type: ComponentType.Label,
      label: "Canal",
      component: { type: ComponentType.ChannelSelect, custom_id: "where" },
    },
    {
      type: ComponentType.Label,
      label: "Quiénes",
      component: { type: ComponentType.UserSelect, custom_id: "who", min_values: 1, max_values: 3 },
    },
    {
      type: ComponentType.Label,
      label: "Pruebas",
      component: { type: ComponentType.FileUpload, custom_id: "files", min_values: 1, max_values: 2 },
    },
  ],
};
